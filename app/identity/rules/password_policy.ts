import { guessability } from '#identity/rules/guessability'
import { ok, refuse, type Result } from '#shared/result'
import { hasControlCharacters } from '#shared/text'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
/** Out of 4 (SECURITY, Identity): no rule of composition, no renewal. */
export const GUESSABILITY_MIN = 3

/** What anybody who attacks this service would try first. */
const SERVICE_WORDS = ['OSTRA', 'Objectif Santé Travail', 'Espace adhérent']

export type PasswordRefusal = {
  type: 'too_short' | 'too_long' | 'unreadable' | 'guessable'
  /** How to mend it, for the person who chooses. */
  message: string
}

/**
 * Decides whether a password may protect an account. `personal`: what an attacker knows of it (member number, company
 * name, e-mail, name). Lengths count characters, not bytes.
 */
export function decidePassword(
  password: string,
  personal: readonly string[]
): Result<string, PasswordRefusal> {
  const length = [...password].length
  if (length < PASSWORD_MIN) return refuse({ type: 'too_short', message: tooShort(length) })
  if (length > PASSWORD_MAX) return refuse({ type: 'too_long', message: TOO_LONG })
  if (hasControlCharacters(password)) return refuse({ type: 'unreadable', message: UNREADABLE })
  return guessability(password, [...SERVICE_WORDS, ...personal]) < GUESSABILITY_MIN
    ? refuse({ type: 'guessable', message: GUESSABLE })
    : ok(password)
}

const TOO_LONG = `Le mot de passe compte ${PASSWORD_MAX}\u00a0caractères au plus\u00a0: raccourcissez-le`
const UNREADABLE = 'Le mot de passe contient un caractère invisible\u00a0: saisissez-le au clavier'
const GUESSABLE =
  'Ce mot de passe se devine trop facilement\u00a0: ajoutez un ou deux mots sans rapport entre eux, ni avec votre entreprise, ni avec OSTRA'

function tooShort(length: number): string {
  const missing = PASSWORD_MIN - length
  return `Le mot de passe compte au moins ${PASSWORD_MIN}\u00a0caractères\u00a0: ajoutez-en ${missing === 1 ? 'un' : missing}`
}
