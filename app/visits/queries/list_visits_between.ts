import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { addDays, parisInstant, type Day } from '#shared/dates'
import type { VisitState } from '#visits/rules/visit_states'

export type CalendarVisit = { id: string; employeeName: string; startsAt: DateTime; state: VisitState }

/** The member's visits from a day to another, both included, that keep their slot; the soonest first. */
export async function listVisitsBetween(trx: Trx, memberId: string, from: Day, to: Day): Promise<CalendarVisit[]> {
  const { rows } = await trx.rawQuery(
    `select visits.id, employees.first_name || ' ' || employees.family_name as "employeeName", visits.starts_at, visits.state
     from visits join employees on employees.id = visits.employee_id
     where visits.member_id = ? and visits.visible_to_member and visits.state not in ('cancelled', 'substituted')
       and visits.starts_at >= ? and visits.starts_at < ?
     order by visits.starts_at, visits.id`,
    [memberId, parisInstant(from, '00:00').toISO()!, parisInstant(addDays(to, 1), '00:00').toISO()!]
  )
  return rows.map(({ starts_at: startsAt, ...row }: Record<string, any>) => ({ ...row, startsAt: instant(startsAt) }))
}
