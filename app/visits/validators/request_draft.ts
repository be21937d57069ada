import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

/** What changes the employees of a request while it is being written. */
export const requestDraftValidator = vine.create({
  ajouter: vine.string().maxLength(100).optional(),
  choisir: vine.string().uuid().optional(),
  retirer: vine.string().uuid().optional(),
})

requestDraftValidator.messagesProvider = sentences({
  'ajouter.maxLength': 'Ce texte est trop long\u00a0: {{ max }} caractères au plus',
  'uuid': "Ce choix n'existe pas",
})
