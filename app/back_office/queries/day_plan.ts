import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { addDays, parisDay, parisInstant, type Day } from '#shared/dates'
import { visitKind } from '#visits/rules/visit_kinds'

export type PlanPractitioner = { id: string; name: string; jobTitle: string }
export type PlanSlot = {
  id: string
  practitionerId: string
  practitionerName: string
  startsAt: DateTime
  endsAt: DateTime
  visit: { id: string; employeeName: string; companyName: string; label: string } | null
}
export type DayPlan = { practitioners: PlanPractitioner[]; slots: PlanSlot[] }

/** A centre's day: its practitioners, doctors first, and their slots with who has them. */
export async function readDayPlan(trx: Trx, centreId: string, day: Day): Promise<DayPlan> {
  const { rows } = await trx.rawQuery(
    `select slots.id, slots.practitioner_id, slots.starts_at, slots.ends_at,
       practitioners.name as practitioner_name, practitioners.job_title,
       visits.id as visit_id, visits.kind, employees.first_name, employees.family_name, members.company_name
     from slots
     join practitioners on practitioners.id = slots.practitioner_id
     left join visits on visits.id = slots.visit_id
     left join employees on employees.id = visits.employee_id
     left join members on members.id = visits.member_id
     where slots.centre_id = ? and (not slots.withdrawn or slots.visit_id is not null) and slots.starts_at >= ? and slots.starts_at < ?
     order by practitioners.kind, practitioners.name, practitioners.id, slots.starts_at`,
    [centreId, parisInstant(day, '00:00').toISO()!, parisInstant(addDays(day, 1), '00:00').toISO()!]
  )
  const practitioners = new Map<string, PlanPractitioner>()
  for (const row of rows) {
    practitioners.set(row.practitioner_id, { id: row.practitioner_id, name: row.practitioner_name, jobTitle: row.job_title })
  }
  return { practitioners: [...practitioners.values()], slots: rows.map(planSlot) }
}

/** The first day from this one on which the centre has slots; this one when there is none. */
export async function firstDayWithSlots(trx: Trx, centreId: string, from: Day): Promise<Day> {
  const row = await trx
    .from('slots')
    .where({ centre_id: centreId, withdrawn: false })
    .where('starts_at', '>=', parisInstant(from, '00:00').toISO()!)
    .min('starts_at as first')
    .first()
  return row?.first ? parisDay(instant(row.first)) : from
}

export async function listCentres(trx: Trx): Promise<{ id: string; name: string }[]> {
  return trx.from('centres').select('id', 'name').orderBy('name').orderBy('id')
}

function planSlot(row: Record<string, any>): PlanSlot {
  return {
    id: row.id,
    practitionerId: row.practitioner_id,
    practitionerName: row.practitioner_name,
    startsAt: instant(row.starts_at),
    endsAt: instant(row.ends_at),
    visit: row.visit_id && {
      id: row.visit_id,
      employeeName: `${row.first_name} ${row.family_name}`,
      companyName: row.company_name,
      label: visitKind(row.kind).short,
    },
  }
}
