import encryption from '@adonisjs/core/services/encryption'
import type { DateTime } from 'luxon'
import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
/** Steps by which the clock of a telephone may be early or late. */
const STEPS_AROUND = 1

/** The secret (base32) as it is stored: a copy of the table opens nothing. */
export const sealTotpSecret = (base32: string) => encryption.encrypt(base32)

/** A new secret, sealed: 160 bits, as RFC 4226 asks. */
export const mintTotpSecret = () => sealTotpSecret(new Secret({ size: 20 }).base32)

/** The step (RFC 6238) that a code belongs to, now or one beside it; null when it is none of them. */
export function stepOfCode(sealedSecret: string, code: string, now: DateTime): number | null {
  const secret = encryption.decrypt<string>(sealedSecret)
  if (!secret) return null
  const delta = totpOf(secret).validate({ token: code, window: STEPS_AROUND, timestamp: now.toMillis() })
  return delta === null ? null : Math.floor(now.toSeconds() / STEP_SECONDS) + delta
}

/** What an authenticator application needs to know: in an address for its camera, in text for fingers. */
export function totpSetup(sealedSecret: string, { issuer, label }: { issuer: string; label: string }) {
  const secret = encryption.decrypt<string>(sealedSecret)
  if (!secret) return null
  return { address: totpOf(secret, { issuer, label }).toString(), secret: secret.replace(/(.{4})(?=.)/g, '$1 ') }
}

const totpOf = (base32: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, secret: Secret.fromBase32(base32), digits: 6, period: STEP_SECONDS })
