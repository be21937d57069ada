import { isMemberNumber } from '#shared/identifiers'
import { ok, refuse, type Result } from '#shared/result'
import { hasControlCharacters } from '#shared/text'

export type Identifier = { kind: 'member_number' | 'email'; value: string }

export type IdentifierRefusal = {
  type: 'missing' | 'wrong_length' | 'unreadable'
  /** How to mend it, for the person who signs in. */
  message: string
}

/** The longest address that mail can carry (RFC 5321). */
const EMAIL_MAX = 254
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/

/** Reads what was typed as "Identifiant": a 7-digit member number, spaces allowed, or an e-mail, in lower case. */
export function readIdentifier(text: string): Result<Identifier, IdentifierRefusal> {
  const typed = text.trim()
  if (typed === '') return refuse(REFUSALS.missing)

  const digits = typed.replace(/[\s.-]/g, '')
  if (isMemberNumber(digits)) return ok({ kind: 'member_number', value: digits })
  if (/^\d+$/.test(digits)) return refuse(REFUSALS.wrongLength)
  return isEmail(typed)
    ? ok({ kind: 'email', value: typed.toLowerCase() })
    : refuse(REFUSALS.unreadable)
}

const REFUSALS = {
  missing: { type: 'missing', message: "Indiquez votre numéro d'adhérent ou votre e-mail" },
  wrongLength: { type: 'wrong_length', message: "Un numéro d'adhérent a 7 chiffres" },
  unreadable: {
    type: 'unreadable',
    message:
      "Indiquez un numéro d'adhérent à 7 chiffres ou une adresse e-mail, par exemple nom@entreprise.fr",
  },
} as const satisfies Record<string, IdentifierRefusal>

function isEmail(text: string): boolean {
  return text.length <= EMAIL_MAX && EMAIL.test(text) && !hasControlCharacters(text)
}
