import { addYears, type Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'

const YEARS_AHEAD = 2

export type DepartureRefusal = { type: 'before_hiring'; hiredOn: Day } | { type: 'too_far'; latest: Day }

/** Decides whether somebody hired on a day may leave on another, to come or past: their last day in the workforce. */
export function decideDeparture(leftOn: Day, { hiredOn }: { hiredOn: Day }, today: Day): Result<null, DepartureRefusal> {
  if (leftOn < hiredOn) return refuse({ type: 'before_hiring', hiredOn })
  const latest = addYears(today, YEARS_AHEAD)
  return leftOn > latest ? refuse({ type: 'too_far', latest }) : ok(null)
}
