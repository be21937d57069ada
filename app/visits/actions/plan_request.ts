import type { DateTime } from 'luxon'
import { findSlot } from '#calendar'
import { listDueVisits } from '#follow_up'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import type { WrongRequestState } from '#visits/actions/cancel_request'
import { convoke } from '#visits/actions/convoke'
import type VisitRequest from '#visits/models/visit_request'
import { lockEmployee, lockRequest } from '#visits/queries/lock'
import { dueFollowUp, type Due } from '#visits/rules/request_admission'
import { visitKindFor } from '#visits/rules/request_kinds'
import { fitSlot, type SlotRefusal } from '#visits/rules/slot_fitness'
import type { VisitKind } from '#visits/rules/visit_kinds'

export type PlanRequest = { requestId: string; slotId: string; staffId: string }

export type PlanRefusal =
  | WrongRequestState
  | SlotRefusal
  | { type: 'nothing_due' }
  | { type: 'slot_taken' }
  | { type: 'employee_busy' }

/** Gives a request its slot and convokes. Two planners may want the same slot: the second is told that it is taken. */
export async function planRequest(
  trx: Trx,
  { requestId, slotId, staffId }: PlanRequest,
  now: DateTime
): Promise<Result<{ visitId: string }, PlanRefusal>> {
  const asked = orNotFound(await trx.from('visit_requests').select('employee_id').where('id', requestId).first())
  await lockEmployee(trx, asked.employee_id)
  const request = orNotFound(await lockRequest(trx, requestId))
  const { state, memberId, employeeId } = request
  if (state !== 'sent' && state !== 'taken') return refuse({ type: 'wrong_state', state })

  const kind = await kindOfVisit(trx, request)
  if (kind === null) return refuse({ type: 'nothing_due' })
  const slot = orNotFound(await findSlot(trx, slotId))
  const fit = fitSlot(kind, slot, now)
  if (!fit.ok) return fit

  const visit = { memberId, employeeId, visitRequestId: requestId, kind, convokedAt: now, convokedBy: staffId }
  const convoked = await convoke(trx, visit, slot)
  if (!convoked.ok) return convoked

  const taken = { takenBy: request.takenBy ?? staffId, takenAt: request.takenAt ?? now }
  await request.merge({ state: 'planned', ...taken }).save()
  const { visitId } = convoked.value
  await tell(trx, 'visit', visitId)
  await tell(trx, 'visit_request', requestId, 'changed')
  const actor = { kind: 'staff', id: staffId } as const
  await record(trx, { actor, event: 'visit.convoked', memberId, subjectId: visitId })
  await notify(trx, { kind: 'visit_convoked', memberId, visitId, by: actor }, now)
  return ok({ visitId })
}

/** The visit that would answer a request today: for a follow-up, what is due first. */
export async function kindOfVisit(
  trx: Trx,
  { kind, employeeId }: Pick<VisitRequest, 'kind' | 'employeeId'>
): Promise<VisitKind | null> {
  const due = await listDueVisits(trx, [employeeId])
  return visitKindFor(kind, dueFollowUp(due as Due[])?.kind ?? null)
}
