import { parisDay, weekdayOf } from '#shared/dates'
import { inDays } from '#tests/support/clock'
import { createCentre, createPractitioner } from '#tests/support/factories/calendar'
import { insert } from '#tests/support/factories/rows'

/** Mornings of a practitioner, from today on: of the weekday that is so many days ahead (`in`). */
export async function createOpening({ in: days = 7, weekday = weekdayOf(parisDay(inDays(days, '12:00'))), practitioner, centre, minutes = 30, ...values }: {
  in?: number
  weekday?: number
  practitioner?: { id: string }
  centre?: { id: string }
  minutes?: number
  ends?: string
} = {}) {
  const centreId = (centre ?? (await createCentre())).id
  const practitionerId = (practitioner ?? (await createPractitioner('nurse'))).id
  const row = await insert('openings', {
    practitioner_id: practitionerId, centre_id: centreId, weekday, begins: '08:30', ends: '12:30', slot_minutes: minutes, valid_from: parisDay(inDays(0, '12:00')), ...values,
  })
  return { id: row.id as string, practitionerId, centreId, weekday }
}
