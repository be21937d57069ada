import { DateTime } from 'luxon'
import { parisDay, type Day } from '#shared/dates'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import type { Category } from '#workforce/rules/categories'
import { ORDERS, matchingEmployees, type ListDays } from '#workforce/queries/matching_employees'
import type { EmployeeFilters } from '#workforce/validators/employee_filters'

export const PAGE_SIZE = 25

export type EmployeeRow = {
  id: string
  name: string
  firstName: string
  familyName: string
  jobTitle: string
  category: Category
  site: string | null
  hiredOn: Day
  leftOn: Day | null
  untilOn: Day | null
  visitId: string | null
  startsAt: DateTime | null
  requestState: 'sent' | 'taken' | null
}

export type EmployeePage = { rows: EmployeeRow[]; total: number; page: number; pages: number }

/** One page of the member's employees. A page past the end is the last one. */
export async function searchEmployees(
  trx: Trx,
  memberId: string,
  filters: EmployeeFilters,
  now: DateTime,
  size = PAGE_SIZE
): Promise<EmployeePage> {
  const matching = matchingEmployees(trx, memberId, filters, await listDays(trx, now))
  const [{ total }] = await trx.query().from(matching.clone().as('matching')).count('* as total')
  const pages = Math.max(1, Math.ceil(Number(total) / size))
  const page = Math.min(filters.page, pages)

  const wanted = matching
    .orderByRaw(ORDERS[filters.tri](filters.descending ? 'desc' : 'asc'))
    .limit(size)
    .offset((page - 1) * size)
  const rows = await withAppointments(trx, wanted, now)
  return { rows: rows.map(toRow), total: Number(total), page, pages }
}

async function listDays(trx: Trx, now: DateTime): Promise<ListDays> {
  const { show_leavers: keep } = await readSettings(trx)
  return { today: parisDay(now), shownSince: parisDay(now.minus(keep)) }
}

/** For the rows of the page only: the next convocation, or the request that waits for one. */
function withAppointments(trx: Trx, wanted: ReturnType<typeof matchingEmployees>, now: DateTime) {
  return trx
    .query()
    .with('wanted', trx.query().from(wanted.as('page')).select('page.*', trx.raw('row_number() over () as rank')))
    .from('wanted')
    .select('wanted.*', 'visit.id as visit_id', 'visit.starts_at', 'request.state as request_state')
    .joinRaw(
      `left join lateral (
         select id, starts_at from visits
         where employee_id = wanted.id and state = 'convoked' and visible_to_member and starts_at > ?
         order by starts_at limit 1) as visit on true
       left join lateral (
         select state from visit_requests
         where employee_id = wanted.id and state in ('sent', 'taken')
         order by requested_at desc limit 1) as request on true`,
      [now.toISO()!]
    )
    .orderBy('rank')
}

function toRow(row: Record<string, any>): EmployeeRow {
  return {
    id: row.id,
    name: `${row.first_name} ${row.family_name}`,
    firstName: row.first_name,
    familyName: row.family_name,
    jobTitle: row.job_title,
    category: row.category,
    site: row.site,
    hiredOn: row.hired_on,
    leftOn: row.left_on,
    untilOn: row.until_on,
    visitId: row.visit_id,
    startsAt: row.starts_at && DateTime.fromJSDate(row.starts_at),
    requestState: row.request_state,
  }
}
