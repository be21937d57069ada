import type { Day } from '#shared/days'
import type { Trx } from '#core/tenants'
import { PRESENT, WITHOUT_VISIT } from '#home/queries/without_visit'
import { termDays, type DueTerm } from '#home/rules/due_terms'
import { visitKind } from '#visits/rules/visit_kinds'

export const PAGE_SIZE = 25

export type AccountDue = { employeeId: string; memberId: string; name: string; companyName: string; title: string; untilOn: Day }
export type AccountDues = { rows: AccountDue[]; total: number; page: number; pages: number }

/** The visits due within these days in every member in scope, soonest first: those that nobody asked yet. */
export async function listDuesOfAccounts(trx: Trx, memberIds: string[], term: DueTerm, today: Day, page: number, size = PAGE_SIZE): Promise<AccountDues> {
  const facts = { memberIds: memberIds.join(','), today, ...termDays(term, today) }
  const matching = `from due_visits
     join employees on employees.id = due_visits.employee_id
     join members on members.id = due_visits.member_id
     where due_visits.member_id = any (string_to_array(:memberIds, ',')::uuid[]) and until_on between :first and :last
       and ${PRESENT} and ${WITHOUT_VISIT}`
  const { rows: counted } = await trx.rawQuery(`select count(*)::int as total ${matching}`, facts)
  const pages = Math.max(1, Math.ceil(counted[0].total / size))
  const shown = Math.min(page, pages)
  const { rows } = await trx.rawQuery(
    `select employees.id as "employeeId", members.id as "memberId", first_name || ' ' || family_name as name,
       company_name as "companyName", due_visits.kind, until_on as "untilOn"
     ${matching}
     order by until_on, company_name, family_name, first_name, employees.id
     limit :size offset :offset`,
    { ...facts, size, offset: (shown - 1) * size }
  )
  return { rows: rows.map((row: any) => ({ ...row, title: visitKind(row.kind).title })), total: counted[0].total, page: shown, pages }
}
