import { FINE_AFTER_MONTHS, SOON_DAYS, addDays, addMonths, type Day } from '#shared/dates'
import type { Trx } from '#core/tenants'
import type { Due, EmployeeFilters, Sort } from '#workforce/validators/employee_filters'

type Direction = 'asc' | 'desc'
const BY_NAME = 'employees.family_name, employees.first_name, employees.id'

/** The orders of the list; the name, then the id, decide between equals. */
export const ORDERS: Record<Sort, (direction: Direction) => string> = {
  nom: (direction) => `employees.family_name ${direction}, employees.first_name ${direction}, employees.id`,
  site: (direction) => `sites.name ${direction} nulls last, ${BY_NAME}`,
  suivi: (direction) => `employees.category ${direction}, ${BY_NAME}`,
  echeance: (direction) => `employees.next_due_on ${direction} nulls last, ${BY_NAME}`,
}

const NOT_DUE = '9999-12-31'

/** The first and last day of a due date that each filter asks for. */
const DUE_RANGES: Record<Due, (today: Day) => { from: Day; to: Day }> = {
  'retard': (today) => ({ from: '0001-01-01', to: addDays(today, -1) }),
  '30': (today) => ({ from: today, to: addDays(today, SOON_DAYS) }),
  '6-mois': (today) => ({ from: today, to: addMonths(today, FINE_AFTER_MONTHS) }),
  'ajour': (today) => ({ from: addDays(today, SOON_DAYS + 1), to: NOT_DUE }),
}

/** The days that decide who is present, and who left too long ago for the list that one opens. */
export type ListDays = { today: Day; shownSince: Day }

/** The employees that the filters keep, in no order. */
export function matchingEmployees(trx: Trx, memberId: string, filters: EmployeeFilters, { today, shownSince }: ListDays) {
  const query = trx
    .from('employees')
    .select('employees.id', 'first_name', 'family_name', 'job_title', 'category', 'hired_on', 'left_on', 'sites.name as site', 'next_due_on as until_on')
    .leftJoin('sites', 'sites.id', 'employees.site_id')
    .where('employees.member_id', memberId)
    .whereNull('archived_at')

  if (filters.presence === 'actuels') query.whereRaw('(left_on is null or left_on >= ?)', [shownSince])
  if (filters.presence === 'presents') query.where('hired_on', '<=', today).whereRaw('(left_on is null or left_on >= ?)', [today])
  if (filters.presence === 'a-venir') query.where('hired_on', '>', today)
  if (filters.presence === 'sortis') query.where('left_on', '<', today)
  if (filters.suivi) query.where('category', filters.suivi)
  if (filters.site) query.where('employees.site_id', filters.site)
  if (filters.echeance) {
    const { from, to } = DUE_RANGES[filters.echeance](today)
    query.whereRaw('coalesce(next_due_on, ?::date) between ? and ? and (left_on is null or left_on >= ?)', [NOT_DUE, from, to, today])
  }
  // Folded as the column is, so that no sign typed is a wildcard: within a word it parts the word as it does in the name.
  // Words that fold to nothing are in no name.
  if (filters.q) {
    query.whereRaw(
      `employees.search like all (nullif(array(
         select '%' || btrim(fold(word)) || '%' from regexp_split_to_table(?, '\\s+') as word where btrim(fold(word)) <> ''), '{}'))`,
      [filters.q]
    )
  }
  return query
}
