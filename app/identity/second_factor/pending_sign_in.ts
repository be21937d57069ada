import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { CODES_PER_SIGN_IN, CODE_WAIT_MINUTES } from '#identity/rules/code_attempts'

const KEY = 'pending_sign_in'

/** `device`: the hash of the cookie of a device that this account signed in on before. */
export type PendingSignIn = { id: string; at: number; wrongCodes: number; device: string | null }

/** The password was right, the code is awaited. A new session id: one planted before is worth nothing. */
export function awaitCode({ session }: HttpContext, id: string, now: DateTime, device: string | null = null) {
  session.regenerate()
  session.put(KEY, { id, at: now.toMillis(), wrongCodes: 0, device } satisfies PendingSignIn)
}

export function pendingSignIn({ session }: HttpContext, now: DateTime): PendingSignIn | null {
  const pending = session.get(KEY) as PendingSignIn | undefined
  const inTime = pending && now < DateTime.fromMillis(pending.at).plus({ minutes: CODE_WAIT_MINUTES })
  return inTime ? pending : null
}

/** Counts a wrong code; true when there is none left and the sign-in starts again. */
export function countWrongCode({ session }: HttpContext, pending: PendingSignIn): boolean {
  const wrongCodes = pending.wrongCodes + 1
  session.put(KEY, { ...pending, wrongCodes })
  return wrongCodes >= CODES_PER_SIGN_IN
}

export function forgetPendingSignIn({ session }: HttpContext) {
  session.forget(KEY)
}
