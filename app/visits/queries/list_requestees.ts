import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { FOLLOW_UP_KINDS, type Due } from '#visits/rules/request_admission'

export type Requestee = {
  id: string
  name: string
  jobTitle: string
  category: 'SI' | 'SIA' | 'SIR'
  site: string | null
  leftOn: Day | null
  due: Due[]
  convokedVisitId: string | null
}

/** The employees of a request, in the order of names, with what decides on it. */
export async function listRequestees(
  trx: Trx,
  memberId: string,
  ids: string[],
  now: DateTime
): Promise<Requestee[]> {
  const { rows } = await trx.rawQuery(
    `select employees.id, employees.first_name || ' ' || employees.family_name as name,
       employees.job_title as "jobTitle", employees.category, sites.name as site, employees.left_on as "leftOn",
       coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'until', until_on) order by until_on)
         from due_visits where due_visits.employee_id = employees.id), '[]') as due,
       (select visits.id from visits where visits.employee_id = employees.id and visits.state = 'convoked'
         and visits.starts_at > ? and visits.kind = any(?) order by visits.starts_at limit 1) as "convokedVisitId"
     from employees left join sites on sites.id = employees.site_id
     where employees.member_id = ? and employees.id = any(?)
     order by employees.family_name, employees.first_name`,
    [now.toISO(), FOLLOW_UP_KINDS, memberId, ids] as never
  )
  return rows
}
