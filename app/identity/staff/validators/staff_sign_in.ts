import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

export const staffSignInValidator = vine.create({
  identifiant: vine.string().maxLength(254),
  mot_de_passe: vine.string().maxLength(128),
})

staffSignInValidator.messagesProvider = sentences({
  'identifiant.required': 'Indiquez votre adresse e-mail',
  'mot_de_passe.required': 'Indiquez votre mot de passe',
  'maxLength': 'Ce texte est trop long\u00a0: {{ max }}\u00a0caractères au plus',
})

export const staffCodeValidator = vine.create({
  // Authenticator applications show the code in two groups of three.
  code: vine
    .string()
    .regex(/^\d{3}\s?\d{3}$/)
    .transform((typed) => typed.replace(/\s/g, '')),
})

staffCodeValidator.messagesProvider = sentences({
  'code.required': 'Indiquez le code que montre votre application',
  'code.regex': 'Le code a 6\u00a0chiffres',
})
