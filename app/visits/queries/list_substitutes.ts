import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { parisDay, type Day } from '#shared/dates'
import type Visit from '#visits/models/visit'
import { canSubstitute, rankCandidates } from '#visits/rules/substitution'
import type { VisitKind } from '#visits/rules/visit_kinds'

type Place = Pick<Visit, 'kind' | 'state' | 'startsAt' | 'endsAt' | 'employeeId'>

export type Candidate = {
  id: string
  name: string
  jobTitle: string
  category: 'SI' | 'SIA' | 'SIR'
  dueKind: VisitKind
  dueOn: Day | null
  present: boolean
  hasActiveVisit: boolean
}

/** The colleagues who may take the place of a visit, nearest date limit first. */
export async function listSubstitutes(trx: Trx, visit: Place, now: DateTime): Promise<Candidate[]> {
  const candidates = await listCandidates(trx, visit, now)
  return rankCandidates(candidates.filter((candidate) => canSubstitute({ visit, candidate }, now).ok))
}

/** One row for each visit that is due to each colleague, or to one of them, with what decides on a substitution. */
export async function listCandidates(trx: Trx, visit: Place, now: DateTime, employeeId?: string): Promise<Candidate[]> {
  const { rows } = await trx.rawQuery(
    `select employees.id, employees.first_name || ' ' || employees.family_name as name, employees.job_title as "jobTitle",
       employees.category, due_visits.kind as "dueKind", due_visits.until_on as "dueOn",
       employees.hired_on <= :day and coalesce(employees.left_on >= :day, true) as present,
       exists (select from visits where visits.employee_id = employees.id and visits.state = 'convoked'
         and (tstzrange(visits.starts_at, visits.ends_at) && tstzrange(:startsAt, :endsAt)
           or visits.kind = due_visits.kind and visits.starts_at > :now)) as "hasActiveVisit"
     from employees
     join due_visits on due_visits.employee_id = employees.id
     where employees.member_id = (select member_id from employees where id = :whose)
       and employees.id <> :whose and (cast(:only as uuid) is null or employees.id = :only)
     order by employees.family_name, employees.first_name`,
    {
      day: parisDay(visit.startsAt),
      startsAt: visit.startsAt.toISO()!,
      endsAt: visit.endsAt.toISO()!,
      now: now.toISO()!,
      whose: visit.employeeId,
      only: employeeId ?? null,
    } as never
  )
  return rows
}
