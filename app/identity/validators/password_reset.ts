import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

export const passwordRequestValidator = vine.create({ identifiant: vine.string().maxLength(254) })

passwordRequestValidator.messagesProvider = sentences({
  'identifiant.required': "Indiquez votre numéro d'adhérent ou votre adresse e-mail",
  'maxLength': 'Ce texte est trop long\u00a0: {{ max }}\u00a0caractères au plus',
})

export const passwordResetValidator = vine.create({
  mot_de_passe: vine.string().maxLength(128),
  confirmation: vine.string().maxLength(128),
})

passwordResetValidator.messagesProvider = sentences({
  'mot_de_passe.required': 'Choisissez un nouveau mot de passe',
  'confirmation.required': 'Saisissez le mot de passe une seconde fois',
  'maxLength': 'Un mot de passe a {{ max }}\u00a0caractères au plus',
})
