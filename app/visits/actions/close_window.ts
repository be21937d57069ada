import type { DateTime } from 'luxon'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { lockVisit } from '#visits/queries/lock'
import { cancellationLimit } from '#visits/rules/cancellation_window'

/** Marks that a visit can no longer be cancelled, once its limit is there; before it (the visit was moved) nothing happens. */
export async function closeWindow(trx: Trx, { visitId }: { visitId: string }, now: DateTime): Promise<void> {
  const visit = await lockVisit(trx, visitId)
  if (!visit || visit.state !== 'convoked' || visit.windowClosedAt) return
  const { cancellation_mode: mode } = await readSettings(trx)
  if (now < cancellationLimit(visit.startsAt, mode)) return
  await visit.merge({ windowClosedAt: now }).save()
}
