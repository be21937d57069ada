import { DateTime } from 'luxon'
import { addDays, parisDay, type Day } from '#shared/dates'
import type { Trx } from '#core/tenants'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'
import type { Category } from '#workforce/rules/categories'
import type { Delay, DueFilters } from '#workforce/validators/due_filters'

export const DUES_A_PAGE = 50

export type DueRow = {
  id: string
  employeeId: string
  name: string
  familyName: string
  firstName: string
  jobTitle: string
  category: Category
  site: string | null
  leftOn: Day | null
  kind: VisitKind
  label: string
  untilOn: Day | null
  articles: string[]
  visitId: string | null
  startsAt: DateTime | null
  requestState: 'sent' | 'taken' | null
}

const DAYS: Record<Exclude<Delay, 'sans-date'>, (today: Day) => { from: Day; to: Day }> = {
  retard: (today) => ({ from: '0001-01-01', to: addDays(today, -1) }),
  30: (today) => ({ from: today, to: addDays(today, 30) }),
  90: (today) => ({ from: today, to: addDays(today, 90) }),
}

/** One page of what is due, in order of date: it starts after the last row of the page before. One more row says that there is a next page. */
export async function listDues(trx: Trx, memberId: string, filters: DueFilters, now: DateTime, size = DUES_A_PAGE): Promise<{ rows: DueRow[]; next: string | null }> {
  const query = dues(trx, memberId, filters, parisDay(now))
  const { after } = filters
  if (after && filters.delai === 'sans-date') query.where('due_visits.id', '>', after.id)
  else if (after) query.whereRaw('(due_visits.until_on, due_visits.id) > (?::date, ?::uuid)', [after.untilOn, after.id])
  const page = query
    .select({
      id: 'due_visits.id',
      employee_id: 'employees.id',
      kind: 'due_visits.kind',
      until_on: 'due_visits.until_on',
      articles: 'due_visits.articles',
      family_name: 'employees.family_name',
      first_name: 'employees.first_name',
      job_title: 'employees.job_title',
      category: 'employees.category',
      site: 'sites.name',
      left_on: 'employees.left_on',
    })
    .leftJoin('sites', 'sites.id', 'employees.site_id')
    .orderBy('due_visits.until_on')
    .orderBy('due_visits.id')
    .limit(size + 1)
  const rows = (await withAppointments(trx, page, now)).map(toRow)
  const last = rows[size - 1]
  return { rows: rows.slice(0, size), next: rows.length > size ? `${last!.untilOn ?? '-'}_${last!.id}` : null }
}

/** How many visits each tab holds, with the same site and kind. */
export async function countDues(trx: Trx, memberId: string, filters: DueFilters, today: Day): Promise<Record<Delay, number>> {
  const count = async (delai: Delay) => {
    const [{ total }] = await dues(trx, memberId, { ...filters, delai }, today).count('* as total')
    return Number(total)
  }
  return { 'retard': await count('retard'), '30': await count('30'), '90': await count('90'), 'sans-date': await count('sans-date') }
}

function dues(trx: Trx, memberId: string, { delai, site, visite }: DueFilters, today: Day) {
  const query = trx
    .from('due_visits')
    .join('employees', 'employees.id', 'due_visits.employee_id')
    .where('due_visits.member_id', memberId)
    .whereNull('employees.archived_at')
  if (delai === 'sans-date') query.whereNull('due_visits.until_on')
  else query.whereBetween('due_visits.until_on', Object.values(DAYS[delai](today)) as [Day, Day])
  if (site) query.where('employees.site_id', site)
  if (visite) query.where('due_visits.kind', visite)
  return query
}

function withAppointments(trx: Trx, page: ReturnType<typeof dues>, now: DateTime): Promise<Record<string, any>[]> {
  return trx
    .query()
    .with('wanted', page)
    .from('wanted')
    .select('wanted.*', 'visit.id as visit_id', 'visit.starts_at', 'request.state as request_state')
    .joinRaw(
      `left join lateral (
         select id, starts_at from visits
         where employee_id = wanted.employee_id and kind = wanted.kind and state = 'convoked' and visible_to_member and starts_at > ?
         order by starts_at limit 1) as visit on true
       left join lateral (
         select state from visit_requests
         where employee_id = wanted.employee_id and state in ('sent', 'taken')
         order by requested_at desc limit 1) as request on true`,
      [now.toISO()!]
    )
    .orderBy('wanted.until_on')
    .orderBy('wanted.id')
}

function toRow(row: Record<string, any>): DueRow {
  return {
    id: row.id,
    employeeId: row.employee_id,
    name: `${row.first_name} ${row.family_name}`,
    familyName: row.family_name,
    firstName: row.first_name,
    jobTitle: row.job_title,
    category: row.category,
    site: row.site,
    leftOn: row.left_on,
    kind: row.kind,
    label: visitKind(row.kind).label,
    untilOn: row.until_on,
    articles: row.articles,
    visitId: row.visit_id,
    startsAt: row.starts_at && DateTime.fromJSDate(row.starts_at),
    requestState: row.request_state,
  }
}
