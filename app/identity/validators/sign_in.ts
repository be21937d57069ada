import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

export const signInValidator = vine.create({
  identifiant: vine.string().maxLength(254),
  mot_de_passe: vine.string().maxLength(128),
})

signInValidator.messagesProvider = sentences({
  'identifiant.required': "Indiquez votre numéro d'adhérent ou votre adresse e-mail",
  'mot_de_passe.required': 'Indiquez votre mot de passe',
  'maxLength': 'Ce texte est trop long\u00a0: {{ max }}\u00a0caractères au plus',
})
