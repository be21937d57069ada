import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { readRecoveryCode } from '#identity/rules/recovery_codes'

// Authenticator applications show the code in two groups of three.
const SIX_DIGITS = /^\d{3}\s?\d{3}$/

const aCode = vine.createRule((value, _, field) => {
  if (typeof value !== 'string' || SIX_DIGITS.test(value.trim()) || readRecoveryCode(value)) return
  field.report('Le code a 6\u00a0chiffres, un code de secours seize lettres et chiffres', 'code', field)
})

/** A code of the application or a recovery code, one in the place of the other. */
export const codeValidator = vine.create({
  code: vine
    .string()
    .maxLength(40)
    .use(aCode())
    .transform((typed) => (SIX_DIGITS.test(typed.trim()) ? typed.replace(/\s/g, '') : typed)),
})

codeValidator.messagesProvider = sentences({ 'code.required': 'Indiquez le code que montre votre application, ou un code de secours' })

/** The first code of a new application: no recovery code proves that it was set up. */
export const setupCodeValidator = vine.create({
  code: vine
    .string()
    .trim()
    .regex(SIX_DIGITS)
    .transform((typed) => typed.replace(/\s/g, '')),
})

setupCodeValidator.messagesProvider = sentences({
  'code.required': 'Indiquez le code que montre votre application',
  'code.regex': 'Le code a 6\u00a0chiffres',
})
