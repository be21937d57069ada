import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

export const handOverValidator = vine.create({
  acces: vine.string().uuid(),
  mot_de_passe: vine.string().maxLength(128),
})

handOverValidator.messagesProvider = sentences({
  'acces.required': 'Choisissez le nouveau titulaire',
  'acces.uuid': 'Choisissez un des administrateurs proposés',
  'mot_de_passe.required': 'Indiquez votre mot de passe',
  'maxLength': 'Un mot de passe a {{ max }}\u00a0caractères au plus',
})
