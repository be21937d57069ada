import type { DateTime } from 'luxon'
import { orNotFound } from '#core/exceptions/refusals'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { parisDay, type Day } from '#shared/dates'
import { ok, type Result } from '#shared/result'
import { refresh } from '#follow_up/actions/refresh'
import { explainEmployee } from '#follow_up/queries/explain_employee'
import { decideWaiver, type WaivingRefusal } from '#follow_up/rules/waiving'

export type WaiveFirstVisit = { employeeId: string; heldOn: Day; staffId: string }

/** The health team waives the first visit of somebody who had one before the hiring: never automatic (R4624-15, R4624-27). */
export async function waiveFirstVisit(
  trx: Trx,
  { employeeId, heldOn, staffId }: WaiveFirstVisit,
  now: DateTime
): Promise<Result<null, WaivingRefusal>> {
  const { memberId, hiredOn } = orNotFound(
    await trx.from('employees').select('member_id as memberId', 'hired_on as hiredOn').where('id', employeeId).forUpdate().first()
  )
  const { category, due } = orNotFound(await explainEmployee(trx, employeeId, parisDay(now)))
  const first = category === 'SIR' ? 'fitness_hiring' : 'initial_information'
  const decision = decideWaiver({ category, hiredOn, heldOn, firstIsDue: due.some(({ kind }) => kind === first) })
  if (!decision.ok) return decision

  const row = { employee_id: employeeId, member_id: memberId, kind: decision.value.kind, held_on: heldOn, hired_on: hiredOn, granted_by: staffId, granted_at: now.toJSDate() }
  await trx.insertQuery().table('visit_waivers').insert(row)
  // Without the member: not even the act is theirs to read (DOMAIN 7).
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'first_visit.waived', subjectId: employeeId })
  await refresh(trx, [employeeId], parisDay(now))
  return ok(null)
}
