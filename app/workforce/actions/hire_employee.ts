import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay, type Day } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { actorOf, type By } from '#workforce/actions/by'
import { askFirstVisit } from '#workforce/actions/ask_first_visit'
import { giveNationalId } from '#workforce/actions/give_national_id'
import { writePost, type PostFacts } from '#workforce/actions/write_post'
import { listMatches, type Match } from '#workforce/queries/list_matches'
import type { ContractNature } from '#workforce/rules/contracts'
import { decideHireDays, type HireRefusal } from '#workforce/rules/hire_days'
import type { Identity } from '#workforce/rules/identity'

export type { Identity }

export type Hire = {
  memberId: string
  by: By
  identity: Identity
  hiredOn: Day
  contract: { nature: ContractNature; endOn: Day | null }
  post: PostFacts
  nir?: string | null
}

/** Somebody whose name and birth date are those of an employee, present or gone. */
export type Known = { type: 'known'; matches: Match[] }

/** Somebody enters the workforce, with a first post: the law says at once what is due. `sure`: known, and yet another person. */
export async function hireEmployee(
  trx: Trx,
  { sure = false, ...hire }: Hire & { sure?: boolean },
  now: DateTime
): Promise<Result<{ employeeId: string; requestId: string | null }, Known | HireRefusal>> {
  const { memberId, by, identity, hiredOn, contract, post, nir } = hire
  const today = parisDay(now)
  const days = decideHireDays({ birthDate: identity.birthDate, hiredOn, contract }, today)
  if (!days.ok) return days
  // A form sent twice at once: the second one meets the person of the first.
  await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 1))', [memberId])
  const matches = sure ? [] : await listMatches(trx, memberId, identity)
  if (matches.length > 0) return refuse({ type: 'known', matches })

  const row = { member_id: memberId, ...identityColumns(identity), job_title: post.jobTitle, category: 'SI', ...contractColumns(hire) }
  const [{ id: employeeId }] = await trx.insertQuery().table('employees').insert(row).returning('id')
  await writePost(trx, { employeeId, memberId, by, fromOn: hiredOn, post }, now)
  if (nir) await giveNationalId(trx, { memberId, employeeId, by, nir }, now)
  await record(trx, { actor: actorOf(by), event: 'employee.hired', memberId, subjectId: employeeId })
  await refresh(trx, [employeeId], today)
  return ok({ employeeId, requestId: await askFirstVisit(trx, { memberId, employeeId, by }, now) })
}

export function identityColumns(identity: Identity) {
  const { siteId, familyName, firstName, birthDate, email, phone, payrollId, needs, interpreterLanguage } = identity
  return {
    site_id: siteId,
    family_name: familyName,
    first_name: firstName,
    birth_date: birthDate,
    email,
    phone,
    payroll_id: payrollId,
    needs,
    interpreter_language: interpreterLanguage,
  }
}

export function contractColumns({ hiredOn, contract }: Pick<Hire, 'hiredOn' | 'contract'>) {
  return { hired_on: hiredOn, contract_nature: contract.nature, contract_end_on: contract.endOn }
}
