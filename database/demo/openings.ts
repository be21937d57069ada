import type { DateTime } from 'luxon'
import { addDays, isWorkingDay, parisInstant, type Day } from '#shared/dates'
import type { PractitionerKind } from '#visits/rules/visit_kinds'

/** Days for which the planning is open, today included. */
export const OPEN_DAYS = 60

/** A doctor's hour holds an exam, a nurse's half-hour an interview (`#visits/rules/visit_kinds`). */
export const SLOT_MINUTES: Record<PractitionerKind, number> = { doctor: 60, nurse: 30 }

const HALF_DAYS = [
  { from: '08:30', minutes: 240 },
  { from: '13:30', minutes: 240 },
]

export type Opening = { startsAt: DateTime; endsAt: DateTime }

/** The slots of a practitioner on a working day, break between noon and half past one. */
export function openingsOf(kind: PractitionerKind, day: Day): Opening[] {
  const minutes = SLOT_MINUTES[kind]
  return HALF_DAYS.flatMap((half) => {
    const start = parisInstant(day, half.from)
    return Array.from({ length: half.minutes / minutes }, (_, rank) => {
      const startsAt = start.plus({ minutes: rank * minutes }).toUTC()
      return { startsAt, endsAt: startsAt.plus({ minutes }) }
    })
  })
}

/** The days from `from` on, so many of the calendar, on which people work. */
export function openDays(from: Day, days = OPEN_DAYS): Day[] {
  return Array.from({ length: days + 1 }, (_, rank) => addDays(from, rank)).filter(isWorkingDay)
}
