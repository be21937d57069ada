import type { Trx } from '#core/tenants'
import type { Calendar, Opening } from '#calendar/rules/opening'

/** A practitioner's calendar, with what is over. */
export async function readCalendar(trx: Trx, practitionerId: string): Promise<Calendar> {
  const openings = await trx.from('openings').where('practitioner_id', practitionerId).orderBy('begins').orderBy('id')
  const exceptions = await trx.from('opening_exceptions').whereIn('opening_id', openings.map(({ id }) => id))
  const absences = await trx.from('absences').where('practitioner_id', practitionerId).orderBy('from_day')
  return {
    openings: openings.map(openingRow),
    exceptions: exceptions.map(({ opening_id: openingId, day }) => ({ openingId, day })),
    absences: absences.map(({ id, from_day: from, until_day: until }) => ({ id, from, until })),
  }
}

export function openingRow(row: Record<string, any>): Opening {
  return {
    id: row.id,
    centreId: row.centre_id,
    weekday: row.weekday,
    onDay: row.on_day,
    begins: row.begins.slice(0, 5),
    ends: row.ends.slice(0, 5),
    slotMinutes: row.slot_minutes,
    everyWeeks: row.every_weeks,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }
}
