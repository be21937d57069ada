import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { fold } from '#shared/text'
import type { KnownEmployee } from '#imports/rules/known_employee'
import type { PersonFacts } from '#imports/rules/person'

const COLUMNS = `employees.id, family_name as "familyName", first_name as "firstName", birth_date as "birthDate", email, phone,
  payroll_id as "payrollId", site_id as "siteId", employees.job_title as "jobTitle", hired_on as "hiredOn", left_on as "leftOn",
  departure_reason as "departureReason", contract_nature as "contractNature", contract_end_on as "contractEndOn"`

const POST = `select jsonb_build_object('fromOn', from_on, 'jobTitle', job_title, 'pcsCode', pcs_code, 'risks', risks, 'night', night,
    'listedReason', listed_reason) as post
  from posts where employee_id = employees.id and coalesce(to_on, 'infinity') >= employees.hired_on order by from_on desc limit 1`

const STOPPAGES = `select coalesce(jsonb_agg(jsonb_build_object('id', id, 'origin', origin, 'firstDay', first_day, 'lastDay', last_day,
    'prescribedOn', prescribed_on, 'returnOn', return_on, 'returnVisitAsked', return_visit_asked) order by first_day), '[]') as stoppages
  from stoppages where employee_id = employees.id and withdrawn_at is null`

const CONVOKED = `select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'day', (starts_at at time zone 'Europe/Paris')::date) order by starts_at), '[]') as convoked
  from visits where employee_id = employees.id and state = 'convoked' and visible_to_member and starts_at > :now`

/**
 * Whoever of the member's workforce one of these people may be: by day of birth, payroll number or name. Joined, not `= any (…)`:
 * of a workforce so new that the planner does not know its size, that would compare everybody with everybody.
 */
export async function knownEmployees(trx: Trx, memberId: string, people: readonly PersonFacts[], now: DateTime): Promise<KnownEmployee[]> {
  const born = distinct(people.map(({ birthDate }) => birthDate))
  const numbers = distinct(people.map(({ payrollId }) => payrollId))
  const names = distinct(people.flatMap(namesOf))
  const { rows } = await trx.rawQuery(
    `with found as (
       select id from employees join unnest(:born::date[]) as told (day) on birth_date = told.day where member_id = :memberId
       union select id from employees join unnest(:numbers::text[]) as told (number) on payroll_id = told.number where member_id = :memberId
       union select id from employees join unnest(:names::text[]) as told (name) on fold(first_name || ' ' || family_name) = told.name
         where member_id = :memberId)
     select ${COLUMNS}, current_post.post, told.stoppages, coming.convoked
     from employees
     left join lateral (${POST}) as current_post on true
     cross join lateral (${STOPPAGES}) as told
     cross join lateral (${CONVOKED}) as coming
     where id in (select id from found) and archived_at is null
     order by employees.id`,
    { memberId, born, numbers, names, now: now.toISO()! }
  )
  return rows
}

function namesOf({ firstName, familyName, usedName }: PersonFacts): string[] {
  return [familyName, usedName].filter(Boolean).map((name) => fold(`${firstName ?? ''} ${name}`))
}

const distinct = (values: readonly (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))]
