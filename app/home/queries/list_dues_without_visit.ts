import { SOON_DAYS, addDays, type Day } from '#shared/dates'
import type { Trx } from '#core/tenants'
import { PRESENT, WITHOUT_VISIT } from '#home/queries/without_visit'
import { SHOWN, type DueWithoutVisit } from '#home/rules/ledger'
import { visitKind } from '#visits/rules/visit_kinds'

export type DuesWithoutVisit = { rows: DueWithoutVisit[]; total: number; late: number }

/**
 * Visits overdue or due within 30 days that nobody has asked or planned: the first ones, with how many there are.
 */
export async function listDuesWithoutVisit(trx: Trx, memberId: string, today: Day): Promise<DuesWithoutVisit> {
  const { rows } = await trx.rawQuery(
    `select employees.id, first_name || ' ' || family_name as name, due_visits.kind, until_on,
       count(*) over ()::int as total, count(*) filter (where until_on < :today) over ()::int as late
     from due_visits join employees on employees.id = due_visits.employee_id
     where due_visits.member_id = :memberId and until_on <= :soon
       and ${PRESENT} and ${WITHOUT_VISIT}
     order by until_on, family_name, first_name, employees.id
     limit :shown`,
    { memberId, today, soon: addDays(today, SOON_DAYS), shown: SHOWN }
  )
  return {
    rows: rows.map((row: any) => ({
      employeeId: row.id,
      name: row.name,
      title: visitKind(row.kind).title,
      untilOn: row.until_on,
    })),
    total: rows[0]?.total ?? 0,
    late: rows[0]?.late ?? 0,
  }
}
