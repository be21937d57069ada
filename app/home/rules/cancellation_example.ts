import type { DateTime } from 'luxon'
import { addDays, parisDay, parisInstant, weekdayOf, type Day } from '#shared/days'
import { cancellationLimit, type CancellationMode } from '#visits/rules/cancellation_window'

const WITHIN_DAYS = 7

/** A visit that the help takes as its example, a Monday at 10:00 at least a week ahead, with its limit as the portal would count it. */
export function cancellationExample(mode: CancellationMode, now: DateTime) {
  const startsAt = parisInstant(mondayAfter(addDays(parisDay(now), WITHIN_DAYS)), '10:00')
  const limit = cancellationLimit(startsAt, mode)
  return { startsAt, limit, lastMinute: limit.minus({ minutes: 1 }) }
}

function mondayAfter(day: Day): Day {
  return addDays(day, (8 - weekdayOf(day)) % 7)
}
