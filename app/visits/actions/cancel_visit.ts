import type { DateTime } from 'luxon'
import { freeSlot } from '#calendar'
import { record, type Actor } from '#core/journal'
import { tell } from '#core/outbox'
import { readSettings } from '#core/settings'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import { closeRequest, reopenRequest } from '#visits/actions/settle_request'
import type Visit from '#visits/models/visit'
import { lockVisit } from '#visits/queries/lock'
import { decideCancellation, type CancellationRefusal } from '#visits/rules/cancellation_window'

export type CancelVisit = {
  visitId: string
  by: { user: string } | { staff: string }
  reason: string
}

/**
 * Cancels a visit. The rule is asked under the row's lock, so that of two acts at once the second sees what the first
 * did; an employer who asks too late is refused and the attempt is kept. OSTRA may cancel until the visit starts.
 */
export async function cancelVisit(
  trx: Trx,
  input: CancelVisit,
  now: DateTime
): Promise<Result<{ limit: DateTime }, CancellationRefusal>> {
  const visit = orNotFound(await lockVisit(trx, input.visitId))
  const { cancellation_mode: mode } = await readSettings(trx)
  const decision = decideCancellation({ state: visit.state, startsAt: visit.startsAt, mode }, now)
  if (decision.ok) return accept(trx, visit, input, decision.value.limit, now)

  const { error } = decision
  if (error.type === 'not_cancellable') return decision
  if (error.type === 'too_late' && 'staff' in input.by) return accept(trx, visit, input, error.limit, now)
  await keep(trx, visit, input, { decision: 'refused', limit: error.limit }, now)
  return refuse(error)
}

async function accept(trx: Trx, visit: Visit, input: CancelVisit, limit: DateTime, now: DateTime) {
  await visit.merge({ state: 'cancelled' }).save()
  await keep(trx, visit, input, { decision: 'accepted', limit }, now)
  if ('staff' in input.by) await reopenRequest(trx, visit)
  else await closeRequest(trx, visit, 'cancelled', now)
  await freeSlot(trx, visit.slotId, visit.id)
  await tell(trx, 'visit', visit.id, 'changed')
  await notify(trx, { kind: 'visit_cancelled', memberId: visit.memberId, visitId: visit.id, by: actorOf(input.by) }, now)
  return ok({ limit })
}

async function keep(
  trx: Trx,
  { id, memberId }: Visit,
  { by, reason }: CancelVisit,
  { decision, limit }: { decision: 'accepted' | 'refused'; limit: DateTime },
  now: DateTime
) {
  const asker = 'staff' in by ? { asked_by_staff: by.staff } : { asked_by_user: by.user }
  const row = { visit_id: id, member_id: memberId, ...asker, reason, decision, limit_at: limit.toISO(), at: now.toISO() }
  await trx.table('cancellations').insert(row)
  const event = decision === 'accepted' ? 'visit.cancelled' : 'visit.cancellation_refused'
  await record(trx, { actor: actorOf(by), event, memberId, subjectId: id })
}

function actorOf(by: CancelVisit['by']): Actor {
  return 'staff' in by ? { kind: 'staff', id: by.staff } : { kind: 'user', id: by.user }
}
