import type { DateTime } from 'luxon'
import { addDays, isWorkingDay, parisInstant, weekdayOf, type Day } from '#shared/dates'
import type { PractitionerKind } from '#visits/rules/visit_kinds'
import type { CentreKey } from '#database/demo/centres'
import type { Rows } from '#database/demo/rows'

/** Days for which the planning is open, today included. */
export const OPEN_DAYS = 60

/** A doctor's hour holds an exam, a nurse's half-hour an interview (`#visits/rules/visit_kinds`). */
export const SLOT_MINUTES: Record<PractitionerKind, number> = { doctor: 60, nurse: 30 }

const HALF_DAYS = [
  { from: '08:30', until: '12:30', minutes: 240 },
  { from: '13:30', until: '17:30', minutes: 240 },
]

export type Opening = { startsAt: DateTime; endsAt: DateTime }
type Week = { kind: PractitionerKind; week: string }

/** The slots of a practitioner on a working day, break between noon and half past one. */
export function openingsOf(kind: PractitionerKind, day: Day, halves: readonly number[] = [0, 1]): Opening[] {
  const minutes = SLOT_MINUTES[kind]
  return halves.flatMap((half) => {
    const { from, minutes: length } = HALF_DAYS[half]!
    const start = parisInstant(day, from).toUTC()
    return Array.from({ length: length / minutes }, (_, rank) => {
      const startsAt = start.plus({ minutes: rank * minutes })
      return { startsAt, endsAt: startsAt.plus({ minutes }) }
    })
  })
}

/** The slots that a practitioner's week opens in a centre on a day. */
export function sessionsOf({ kind, week }: Week, centre: CentreKey, day: Day): Opening[] {
  const halves = week.split(' ')[weekdayOf(day) - 1] ?? ''
  return openingsOf(kind, day, [0, 1].filter((half) => halves[half] === centre))
}

/** The days from `from` on, so many of the calendar, on which people work. */
export function openDays(from: Day, days = OPEN_DAYS): Day[] {
  return Array.from({ length: days + 1 }, (_, rank) => addDays(from, rank)).filter(isWorkingDay)
}

/** The openings of a practitioner's week, of which the application cuts the same slots for the days beyond. */
export function writeOpenings(rows: Rows, { id, kind, week }: Week & { id: string }, centreIds: Map<CentreKey, string>, today: Day) {
  for (const [rank, halves] of week.split(' ').entries()) {
    for (const [half, { from, until }] of HALF_DAYS.entries()) {
      const centreId = centreIds.get(halves[half] as CentreKey)
      const place = { practitioner_id: id, centre_id: centreId, weekday: rank + 1, begins: from, ends: until }
      if (centreId) rows.add('openings', { ...place, slot_minutes: SLOT_MINUTES[kind], valid_from: today })
    }
  }
}
