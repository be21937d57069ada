import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'

export type SettledVisit = { id: string; employeeName: string; memberName: string; wasAt: DateTime; isAt: DateTime; outcome: 'pending' | 'moved' | 'replanned' | 'kept'; requested: boolean }
export type CalendarChangePage = { id: string; what: string; practitionerName: string; by: string; madeAt: DateTime; visits: SettledVisit[] }

/** A change of the calendar, and what became of each visit that it touched. */
export async function findCalendarChange(trx: Trx, id: string): Promise<CalendarChangePage | null> {
  const row = await trx
    .from('calendar_changes')
    .join('practitioners', 'practitioners.id', 'calendar_changes.practitioner_id')
    .join('staff_users', 'staff_users.id', 'calendar_changes.made_by')
    .select('calendar_changes.*', 'practitioners.name as practitioner_name', 'staff_users.full_name as by')
    .where('calendar_changes.id', id)
    .first()
  if (!row) return null
  const { rows } = await trx.rawQuery(
    `select visits.id, employees.first_name || ' ' || employees.family_name as "employeeName", members.company_name as "memberName",
       touched.starts_at as was_at, visits.starts_at as is_at, touched.outcome, visits.visit_request_id is not null as requested
     from calendar_change_visits touched
     join visits on visits.id = touched.visit_id
     join employees on employees.id = visits.employee_id
     join members on members.id = visits.member_id
     where touched.change_id = ? order by touched.starts_at, visits.id`,
    [id]
  )
  const visits = rows.map(({ was_at: wasAt, is_at: isAt, ...visit }: Record<string, any>) => ({ ...visit, wasAt: instant(wasAt), isAt: instant(isAt) }))
  return { id: row.id, what: row.what, practitionerName: row.practitioner_name, by: row.by, madeAt: instant(row.made_at), visits }
}
