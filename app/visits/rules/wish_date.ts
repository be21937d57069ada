import { addDays, addMonths, type Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import type { RequestKind } from '#visits/rules/request_kinds'

/** A return visit is held on the day of return, at the latest this many days after (R4624-31). */
export const RETURN_WITHIN_DAYS = 8
/** A return date further back than this is a slip of the finger; a late employer is still heard. */
export const RETURN_ASKED_WITHIN_MONTHS = 12
/** Nobody wishes for a date further away than this. */
export const WISH_WITHIN_MONTHS = 24

export type WishRefusal =
  | { type: 'return_date_missing' }
  | { type: 'return_date_too_old'; earliest: Day }
  | { type: 'wish_past'; today: Day }
  | { type: 'wish_too_far'; latest: Day }

/** Decides on the day from which the employer wants the visit: for a return visit it is the date of return, which may be past. */
export function decideWish(
  kind: RequestKind,
  wishFrom: Day | null,
  today: Day
): Result<Day | null, WishRefusal> {
  if (wishFrom === null)
    return kind === 'return' ? refuse({ type: 'return_date_missing' }) : ok(null)

  const earliest = kind === 'return' ? addMonths(today, -RETURN_ASKED_WITHIN_MONTHS) : today
  if (wishFrom < earliest)
    return refuse(
      kind === 'return' ? { type: 'return_date_too_old', earliest } : { type: 'wish_past', today }
    )
  const latest = addMonths(today, WISH_WITHIN_MONTHS)
  return wishFrom > latest ? refuse({ type: 'wish_too_far', latest }) : ok(wishFrom)
}

/** The last lawful day of a return visit (R4624-31). */
export function returnDeadline(returnOn: Day): Day {
  return addDays(returnOn, RETURN_WITHIN_DAYS)
}
