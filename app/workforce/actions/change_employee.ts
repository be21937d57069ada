import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay, type Day } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { actorOf, type By } from '#workforce/actions/by'
import { giveNationalId } from '#workforce/actions/give_national_id'
import { contractColumns, identityColumns, type Identity } from '#workforce/actions/hire_employee'
import { differenceOf, writeChange } from '#workforce/actions/write_change'
import { lockEmployee } from '#workforce/queries/lock_employee'
import type { ContractNature } from '#workforce/rules/contracts'
import { decideHireDays, type HireRefusal } from '#workforce/rules/hire_days'

export type EmployeeChanges = Partial<Identity & { hiredOn: Day; contractNature: ContractNature; contractEndOn: Day | null }>
export type ChangeEmployee = { memberId: string; employeeId: string; by: By; changes: EmployeeChanges; nir?: string | null }

/** Corrects what is known of a person, with its history. `fields`: what changed, nothing when all was so already. */
export async function changeEmployee(
  trx: Trx,
  { memberId, employeeId, by, changes, nir }: ChangeEmployee,
  now: DateTime
): Promise<Result<{ fields: string[] }, HireRefusal | { type: 'hired_after_departure'; leftOn: Day }>> {
  const employee = await lockEmployee(trx, memberId, employeeId)
  const next = { ...employee, ...changes }
  const contract = { nature: next.contractNature, endOn: next.contractEndOn }
  const days = decideHireDays({ birthDate: next.birthDate, hiredOn: next.hiredOn, contract }, parisDay(now))
  if (!days.ok) return days
  const { hiredOn, leftOn } = next
  if (leftOn !== null && hiredOn > leftOn) return refuse({ type: 'hired_after_departure', leftOn })

  const difference = differenceOf(employee, { ...changes })
  if (difference) {
    const columns = { ...identityColumns(next), ...contractColumns({ hiredOn: next.hiredOn, contract }) }
    await trx.from('employees').where('id', employeeId).update(columns)
    if (hiredOn !== employee.hiredOn) await moveFirstPost(trx, employeeId, { from: employee.hiredOn, to: hiredOn })
    await writeChange(trx, { employeeId, memberId, subject: 'employee', subjectId: employeeId, by }, difference, now)
    await record(trx, { actor: actorOf(by), event: 'employee.changed', memberId, subjectId: employeeId })
    await refresh(trx, [employeeId], parisDay(now))
  }
  if (nir) await giveNationalId(trx, { memberId, employeeId, by, nir }, now)
  return ok({ fields: [...Object.keys(difference?.after ?? {}), ...(nir ? ['nir'] : [])] })
}

// The first post begins with the contract.
async function moveFirstPost(trx: Trx, employeeId: string, { from, to }: { from: Day; to: Day }) {
  await trx
    .from('posts')
    .where({ employee_id: employeeId, from_on: from })
    .where((still) => still.whereNull('to_on').orWhere('to_on', '>=', to))
    .update({ from_on: to })
}
