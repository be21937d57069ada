import { ApplicationFailure } from '@temporalio/common'
import type { DateTime } from 'luxon'

/** Activities take the clock from outside: the real one, or that of a server that skips time. */
export type Clock = { now(): DateTime | Promise<DateTime> }

/** The clocks of two machines differ a little: an activity that is asked too early has itself called again at the right instant. */
export function tooEarly(at: DateTime, now: DateTime) {
  return ApplicationFailure.create({ type: 'TooEarly', nextRetryDelay: Math.max(100, at.diff(now).toMillis()) })
}
