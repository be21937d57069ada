import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { addDays, parisDay, parisInstant } from '#shared/dates'
import { visitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

export type DayVisit = {
  id: string
  startsAt: DateTime
  state: VisitState
  label: string
  employeeName: string
  companyName: string
  practitionerName: string
  centreName: string
}

/** Today's visits but those that will not be, in their order. */
export async function listTodaysVisits(trx: Trx, now: DateTime): Promise<DayVisit[]> {
  const today = parisDay(now)
  const rows = await visits(trx)
    .where('visits.starts_at', '>=', parisInstant(today, '00:00').toISO()!)
    .where('visits.starts_at', '<', parisInstant(addDays(today, 1), '00:00').toISO()!)
    .whereNotIn('visits.state', ['cancelled', 'substituted'])
    .limit(200)
  return rows.map(dayVisit)
}

/** The visits that are over and of which nobody said what became, the oldest first. */
export async function listVisitsWithoutOutcome(trx: Trx, now: DateTime): Promise<DayVisit[]> {
  const rows = await visits(trx).where('visits.state', 'convoked').where('visits.ends_at', '<=', now.toISO()!).limit(50)
  return rows.map(dayVisit)
}

function visits(trx: Trx) {
  return trx
    .from('visits')
    .join('employees', 'employees.id', 'visits.employee_id')
    .join('members', 'members.id', 'visits.member_id')
    .join('practitioners', 'practitioners.id', 'visits.practitioner_id')
    .join('slots', 'slots.id', 'visits.slot_id')
    .join('centres', 'centres.id', 'slots.centre_id')
    .select('visits.id', 'visits.starts_at', 'visits.state', 'visits.kind', 'members.company_name')
    .select('employees.first_name', 'employees.family_name')
    .select('practitioners.name as practitioner_name', 'centres.name as centre_name')
    .orderBy('visits.starts_at')
    .orderBy('practitioners.name')
}

function dayVisit(row: Record<string, any>): DayVisit {
  return {
    id: row.id,
    startsAt: instant(row.starts_at),
    state: row.state,
    label: visitKind(row.kind).short,
    employeeName: `${row.first_name} ${row.family_name}`,
    companyName: row.company_name,
    practitionerName: row.practitioner_name,
    centreName: row.centre_name,
  }
}
