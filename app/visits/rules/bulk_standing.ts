import type { DateTime } from 'luxon'
import type { VisitState } from '#visits/rules/visit_states'

/** In a selection: can still be cancelled, came past its limit, or is over (cancelled, given to another, begun). */
export type BulkStanding = 'open' | 'too_late' | 'over'

/** Where a visit of a selection stands at `now`: at its limit it is too late, as for one alone; at its start it is over. */
export function bulkStanding({ state, limit, startsAt }: { state: VisitState; limit: DateTime; startsAt: DateTime }, now: DateTime): BulkStanding {
  if (state !== 'convoked' || now >= startsAt) return 'over'
  return now < limit ? 'open' : 'too_late'
}
