import type { DateTime } from 'luxon'
import { handOverSlot } from '#calendar'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { NotFound, orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import { newId, oneVisitAtATime } from '#visits/actions/one_visit_at_a_time'
import { reopenRequest } from '#visits/actions/settle_request'
import Visit from '#visits/models/visit'
import VisitRequest from '#visits/models/visit_request'
import { listCandidates } from '#visits/queries/list_substitutes'
import { lockEmployee, lockVisit } from '#visits/queries/lock'
import { canSubstitute, type SubstitutionRefusal } from '#visits/rules/substitution'
import type { VisitKind } from '#visits/rules/visit_kinds'

export type SubstituteVisit = { visitId: string; employeeId: string; userId: string }
export type SubstituteRefusal = SubstitutionRefusal | { type: 'employee_busy' }

/** Another employee of the member takes the slot, in one exchange: it is never free in between. */
export async function substituteVisit(
  trx: Trx,
  { visitId, employeeId, userId }: SubstituteVisit,
  now: DateTime
): Promise<Result<{ visitId: string }, SubstituteRefusal>> {
  await lockEmployee(trx, employeeId)
  const visit = orNotFound(await lockVisit(trx, visitId))
  const kind = await kindOfSubstitute(trx, visit, employeeId, now)
  if (!kind.ok) return kind

  const request = await openRequestOf(trx, employeeId)
  const exchanged = await exchange(trx, visit, { employeeId, kind: kind.value.kind, visitRequestId: request?.id ?? null }, now)
  if (!exchanged.ok) return exchanged

  const { memberId } = visit
  const newVisitId = exchanged.value.visitId
  const row = { visit_id: visitId, new_visit_id: newVisitId, member_id: memberId, asked_by_user: userId, at: now.toISO() }
  await trx.table('substitutions').insert(row)
  await reopenRequest(trx, visit)
  if (request) {
    await request.merge({ state: 'planned', takenAt: request.takenAt ?? now }).save()
    await tell(trx, 'visit_request', request.id, 'changed')
  }
  await tell(trx, 'visit', visitId, 'changed')
  await tell(trx, 'visit', newVisitId)
  const actor = { kind: 'user', id: userId } as const
  await record(trx, { actor, event: 'visit.substituted', memberId, subjectId: visitId })
  await notify(trx, { kind: 'visit_substituted', memberId, visitId: newVisitId, by: actor }, now)
  return exchanged
}

// The visit that fits, of those that are due to the employee; else why the first of them does not.
async function kindOfSubstitute(trx: Trx, visit: Visit, employeeId: string, now: DateTime) {
  const candidates = await listCandidates(trx, visit, now, employeeId)
  const decisions = candidates.map((candidate) => canSubstitute({ visit, candidate }, now))
  const decision = decisions.find((one) => one.ok) ?? decisions[0]
  if (decision) return decision
  const employee = await trx.from('employees').where({ id: employeeId, member_id: visit.memberId }).first()
  if (!employee) throw new NotFound()
  return refuse({ type: 'other_kind' })
}

/** A follow-up that the employee's employer asked already: this visit answers it. */
function openRequestOf(trx: Trx, employeeId: string) {
  return VisitRequest.query({ client: trx })
    .where({ employee_id: employeeId, kind: 'follow_up' })
    .whereIn('state', ['sent', 'taken'])
    .forUpdate()
    .first()
}

function exchange(
  trx: Trx,
  { id, memberId, slotId, practitionerId, startsAt, endsAt }: Visit,
  substitute: { employeeId: string; kind: VisitKind; visitRequestId: string | null },
  now: DateTime
) {
  return oneVisitAtATime<{ visitId: string }, never>(trx, async (part) => {
    const newVisitId = await newId(part)
    const place = { slotId, practitionerId, startsAt, endsAt }
    await part.from('visits').where('id', id).update({ state: 'substituted' })
    await Visit.create({ id: newVisitId, memberId, ...place, ...substitute, convokedAt: now }, { client: part })
    await handOverSlot(part, slotId, id, newVisitId)
    return ok({ visitId: newVisitId })
  })
}
