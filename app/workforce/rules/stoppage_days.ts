import { addYears, type Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'

/** A sick leave is paid three years at most, from one prescription to the next. */
const LONGEST_YEARS = 3

export type StoppageDays = { firstDay: Day; lastDay: Day; prescribedOn: Day | null; returnOn: Day | null }
export type Employment = { hiredOn: Day; leftOn: Day | null }

export type StoppageRefusal =
  | { type: 'ends_before_start' }
  | { type: 'too_long' }
  | { type: 'not_employed'; hiredOn: Day; leftOn: Day | null }
  | { type: 'prescribed_later' }
  | { type: 'return_too_early' }
  | { type: 'overlaps'; firstDay: Day; lastDay: Day }

/** Decides whether the days of a stoppage go together, with the contract and with the other stoppages. */
export function decideStoppage(
  { firstDay, lastDay, prescribedOn, returnOn }: StoppageDays,
  { employment: { hiredOn, leftOn }, others }: { employment: Employment; others: readonly { firstDay: Day; lastDay: Day }[] },
  today: Day
): Result<null, StoppageRefusal> {
  if (lastDay < firstDay) return refuse({ type: 'ends_before_start' })
  if (lastDay >= addYears(firstDay, LONGEST_YEARS)) return refuse({ type: 'too_long' })
  if (firstDay < hiredOn || (leftOn !== null && firstDay > leftOn)) return refuse({ type: 'not_employed', hiredOn, leftOn })
  if (prescribedOn !== null && prescribedOn > today) return refuse({ type: 'prescribed_later' })
  if (returnOn !== null && returnOn <= firstDay) return refuse({ type: 'return_too_early' })
  const other = others.find((one) => one.firstDay <= lastDay && firstDay <= one.lastDay)
  return other ? refuse({ type: 'overlaps', firstDay: other.firstDay, lastDay: other.lastDay }) : ok(null)
}
