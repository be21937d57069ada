import type { DateTime } from 'luxon'
import { PARIS } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import { isWorkingDay } from '#shared/working_days'
import type { VisitState } from '#visits/rules/visit_states'

/** An employer may cancel more than this before the visit: strictly more. */
export const CANCELLATION_HOURS = 48

/** Elapsed hours, or only the hours of days that are neither Saturday, Sunday nor public holiday. */
export type CancellationMode = 'clock_hours' | 'working_hours'

export type CancellationFacts = { state: VisitState; startsAt: DateTime; mode: CancellationMode }

export type CancellationRefusal =
  | { type: 'not_cancellable'; state: VisitState }
  | { type: 'already_started'; limit: DateTime }
  | { type: 'too_late'; limit: DateTime; lateBySeconds: number }

/** The first instant, in Paris, at which it is too late to cancel: one cancels before it, not at it. */
export function cancellationLimit(
  startsAt: DateTime,
  mode: CancellationMode,
  hours = CANCELLATION_HOURS
): DateTime {
  const start = startsAt.setZone(PARIS)
  return mode === 'clock_hours' ? start.minus({ hours }) : workingHoursBefore(start, hours)
}

/** Decides whether the employer may cancel this visit at `now`; the action asks it again under the row's lock. */
export function decideCancellation(
  facts: CancellationFacts,
  now: DateTime
): Result<{ limit: DateTime }, CancellationRefusal> {
  if (facts.state !== 'convoked') return refuse({ type: 'not_cancellable', state: facts.state })

  const limit = cancellationLimit(facts.startsAt, facts.mode)
  if (now >= facts.startsAt) return refuse({ type: 'already_started', limit })
  if (now < limit) return ok({ limit })
  const lateBySeconds = Math.floor(now.diff(limit).as('seconds'))
  return refuse({ type: 'too_late', limit, lateBySeconds })
}

// From the visit back to the first midnight or hour that leaves no more than `hours` of working days.
function workingHoursBefore(start: DateTime, hours: number): DateTime {
  let cursor = start
  let left = hours * 3_600_000
  while (true) {
    const dayStart = lastMidnightBefore(cursor)
    const counted = isWorkingDay(dayStart.toISODate()!) ? cursor.diff(dayStart).toMillis() : 0
    if (counted > left) return cursor.minus(left)
    left -= counted
    cursor = dayStart
  }
}

function lastMidnightBefore(instant: DateTime): DateTime {
  return instant.minus({ milliseconds: 1 }).startOf('day')
}
