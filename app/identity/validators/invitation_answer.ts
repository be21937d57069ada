import vine from '@vinejs/vine'
import { personName } from '#core/http/one_line'
import { sentences } from '#core/http/messages'

export const invitationAnswerValidator = vine.create({
  nom: vine.string().trim().maxLength(120).use(personName()),
  mot_de_passe: vine.string().maxLength(128),
  confirmation: vine.string().maxLength(128),
})

invitationAnswerValidator.messagesProvider = sentences({
  'nom.required': 'Indiquez votre nom',
  'nom.maxLength': 'Ce nom est trop long\u00a0: {{ max }}\u00a0caractères au plus',
  'mot_de_passe.required': 'Choisissez un mot de passe',
  'confirmation.required': 'Saisissez le mot de passe une seconde fois',
  'maxLength': 'Un mot de passe a {{ max }}\u00a0caractères au plus',
})
