import { asStaff } from '#core/tenants'
import { now } from '#core/clock'
import { changeCalendar, withdrawAbsence } from '#calendar'
import { parisDay } from '#shared/dates'
import { inDays } from '#tests/support/clock'
import { createOpening, createPractitioner, createStaff, insert } from '#tests/support/factories'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const day = (days: number) => parisDay(inDays(days, '12:00'))

export const CALENDAR_CASES: Record<string, JournalCase> = {
  'absence.noted': async () => {
    const author = { practitionerId: (await createPractitioner()).id, staffId: (await createStaff()).id }
    return () => asStaff((trx) => changeCalendar(trx, author, { type: 'absence', from: day(3), until: day(4) }, now()))
  },
  'absence.withdrawn': async () => {
    const author = { practitionerId: (await createPractitioner()).id, staffId: (await createStaff()).id }
    const { id } = await insert('absences', { practitioner_id: author.practitionerId, from_day: day(3), until_day: day(4) })
    return async () => {
      await asStaff((trx) => withdrawAbsence(trx, author, id))
      await asStaff((trx) => withdrawAbsence(trx, author, id))
    }
  },
  'opening.changed': async () => {
    const { id: openingId, practitionerId } = await createOpening()
    const author = { practitionerId, staffId: (await createStaff()).id }
    return () => asStaff((trx) => changeCalendar(trx, author, { type: 'stop', openingId, lastDay: day(9) }, now()))
  },
  'opening.created': async () => {
    const { centreId, practitionerId } = await createOpening({ weekday: 1 })
    const author = { practitionerId, staffId: (await createStaff()).id }
    const opening = { centreId, weekday: 2, onDay: null, begins: '08:30', ends: '12:30', slotMinutes: 30, everyWeeks: 1, validFrom: day(1), validUntil: null }
    return () => asStaff((trx) => changeCalendar(trx, author, { type: 'open', opening }, now()))
  },
}
