import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay, type Day } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { actorOf } from '#workforce/actions/by'
import { askFirstVisit } from '#workforce/actions/ask_first_visit'
import { giveNationalId } from '#workforce/actions/give_national_id'
import { contractColumns, identityColumns, type Hire, type Identity } from '#workforce/actions/hire_employee'
import { differenceOf, writeChange } from '#workforce/actions/write_change'
import { writePost } from '#workforce/actions/write_post'
import { lockEmployee, type LockedEmployee } from '#workforce/queries/lock_employee'
import { decideHireDays, type HireRefusal } from '#workforce/rules/hire_days'

export type RehireRefusal = HireRefusal | { type: 'still_present' } | { type: 'leaves_later'; leftOn: Day } | { type: 'before_departure'; leftOn: Day }

/**
 * A leaver comes back: the same person, whose visits, posts and, where nothing new is told, address of before stay, under a new
 * contract. Not before the former one is over: what is due until then would be lost.
 */
export async function rehireEmployee(
  trx: Trx,
  hire: Hire & { employeeId: string },
  now: DateTime
): Promise<Result<{ employeeId: string; requestId: string | null }, RehireRefusal>> {
  const { memberId, employeeId, by, identity, hiredOn, contract, post, nir } = hire
  const today = parisDay(now)
  const former = await lockEmployee(trx, memberId, employeeId)
  if (former.leftOn === null) return refuse({ type: 'still_present' })
  if (hiredOn <= former.leftOn) return refuse({ type: 'before_departure', leftOn: former.leftOn })
  if (former.leftOn >= today) return refuse({ type: 'leaves_later', leftOn: former.leftOn })
  const days = decideHireDays({ birthDate: identity.birthDate, hiredOn, contract }, today)
  if (!days.ok) return days

  const next = keptFrom(former, identity)
  await trx.from('employees').where('id', employeeId).update({ ...identityColumns(next), ...contractColumns(hire), left_on: null, departure_reason: null })
  await writePost(trx, { employeeId, memberId, by, fromOn: hiredOn, post }, now)
  if (nir) await giveNationalId(trx, { memberId, employeeId, by, nir }, now)
  const after = { ...next, hiredOn, leftOn: null, departureReason: null, contractNature: contract.nature, contractEndOn: contract.endOn }
  await writeChange(trx, { employeeId, memberId, subject: 'employee', subjectId: employeeId, by }, differenceOf(former, after)!, now)
  await record(trx, { actor: actorOf(by), event: 'employee.rehired', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], today)
  return ok({ employeeId, requestId: await askFirstVisit(trx, { memberId, employeeId, by }, now) })
}

// What the form or the file leaves open is as it was.
function keptFrom(former: LockedEmployee, { siteId, email, phone, payrollId, ...identity }: Identity): Identity {
  return {
    ...identity,
    siteId: siteId ?? former.siteId,
    email: email ?? former.email,
    phone: phone ?? former.phone,
    payrollId: payrollId ?? former.payrollId,
    needs: former.needs,
    interpreterLanguage: former.interpreterLanguage,
  }
}
