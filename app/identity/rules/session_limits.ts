import type { DateTime } from 'luxon'
import { ok, refuse, type Result } from '#shared/result'

/** A session ends after this long without a request, and is warned of it a little before. */
export const IDLE_MINUTES = 30
export const IDLE_WARNING_MINUTES = 28
/** A session ends this long after the sign-in, whatever happens in it. */
export const ABSOLUTE_HOURS = 12

export type SessionFacts = { signedInAt: DateTime; lastSeenAt: DateTime }

export type SessionRefusal = { type: 'idle' } | { type: 'too_old' }

/** Decides whether a session still holds at `now`; `endsAt` is when it ends if nothing more is asked. */
export function decideSession(
  { signedInAt, lastSeenAt }: SessionFacts,
  now: DateTime
): Result<{ endsAt: DateTime }, SessionRefusal> {
  const oldAt = signedInAt.plus({ hours: ABSOLUTE_HOURS })
  const idleAt = lastSeenAt.plus({ minutes: IDLE_MINUTES })
  if (now >= oldAt) return refuse({ type: 'too_old' })
  if (now >= idleAt) return refuse({ type: 'idle' })
  return ok({ endsAt: idleAt < oldAt ? idleAt : oldAt })
}
