import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'

export const firstAccessRequestValidator = vine.create({
  // Written with spaces on letters and invoices.
  numero: vine
    .string()
    .maxLength(50)
    .regex(/^(?:[\s.-]*\d){7}[\s.-]*$/)
    .transform((typed) => typed.replace(/[\s.-]/g, '')),
})

firstAccessRequestValidator.messagesProvider = sentences({
  'numero.required': "Indiquez votre numéro d'adhérent",
  'numero.maxLength': "Un numéro d'adhérent a 7\u00a0chiffres",
  'numero.regex': "Un numéro d'adhérent a 7\u00a0chiffres",
})
