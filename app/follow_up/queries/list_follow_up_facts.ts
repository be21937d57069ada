import type { Trx } from '#core/tenants'
import type { FollowUpFacts } from '#follow_up/rules/next_visits'

export type EmployeeFacts = FollowUpFacts & { employeeId: string; memberId: string }

/** What the law engine needs to know of each employee: category, dates, and the visits held. */
export async function listFollowUpFacts(trx: Trx, employeeIds: string[]): Promise<EmployeeFacts[]> {
  const { rows } = await trx.rawQuery(
    `select employees.id as "employeeId", employees.member_id as "memberId", employees.category,
       employees.hired_on as "hiredOn", employees.left_on as "leftOn",
       coalesce(jsonb_agg(jsonb_build_object(
           'kind', visits.kind,
           'heldOn', (visits.starts_at at time zone 'Europe/Paris')::date,
           'byDoctor', practitioners.kind = 'doctor'))
         filter (where visits.id is not null), '[]') as held
     from employees
     left join visits on visits.employee_id = employees.id and visits.state = 'held'
     left join practitioners on practitioners.id = visits.practitioner_id
     where employees.id = any(?)
     group by employees.id`,
    [employeeIds] as never
  )
  return rows
}
