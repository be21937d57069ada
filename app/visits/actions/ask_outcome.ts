import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { lockVisit } from '#visits/queries/lock'

/** Puts a visit that is over among those whose outcome the planner must say. */
export async function askOutcome(trx: Trx, { visitId }: { visitId: string }, now: DateTime): Promise<void> {
  const visit = await lockVisit(trx, visitId)
  if (!visit || visit.state !== 'convoked' || visit.outcomeAskedAt || now < visit.endsAt) return
  await visit.merge({ outcomeAskedAt: now }).save()
}
