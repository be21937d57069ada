import type { DateTime } from 'luxon'
import { addDays, daysBetween, parisInstant, weekdayOf, yearOf, type Day } from '#shared/days'
import { publicHolidays } from '#shared/working_days'
import type { Calendar, Opening } from '#calendar/rules/opening'

export type Session = { opening: Opening; startsAt: DateTime; endsAt: DateTime }
export type CutSlot = { centreId: string; startsAt: DateTime; endsAt: DateTime }

export const isAbsent = ({ absences }: Pick<Calendar, 'absences'>, day: Day) => absences.some(({ from, until }) => from <= day && day <= until)

/** Whether the opening comes back on this day, holidays and absences apart. A week begins on Monday. */
export function comesOn(opening: Opening, day: Day): boolean {
  const { onDay, weekday, validFrom, validUntil, everyWeeks } = opening
  if (onDay !== null) return onDay === day
  if (day < validFrom || (validUntil !== null && day > validUntil) || weekdayOf(day) !== weekday) return false
  return (daysBetween(mondayOf(validFrom), mondayOf(day)) / 7) % everyWeeks === 0
}

/**
 * When the practitioner holds visits on a day of Paris, the earliest first. Nobody does on a public holiday (L3133-1) nor when
 * absent; of two openings that overlap the one that begins first holds.
 */
export function sessionsOn(calendar: Calendar, day: Day): Session[] {
  if (publicHolidays(yearOf(day)).has(day) || isAbsent(calendar, day)) return []
  const closed = new Set(calendar.exceptions.filter((one) => one.day === day).map(({ openingId }) => openingId))
  const sessions = calendar.openings
    .filter((opening) => comesOn(opening, day) && !closed.has(opening.id))
    .map((opening) => ({ opening, startsAt: parisInstant(day, opening.begins), endsAt: parisInstant(day, opening.ends) }))
    .toSorted((one, other) => +one.startsAt - +other.startsAt)
  const kept: Session[] = []
  for (const session of sessions) if (kept.length === 0 || session.startsAt >= kept.at(-1)!.endsAt) kept.push(session)
  return kept
}

/** The slots of a day: each session cut from its beginning in slots of its length (minutes that elapse); what is left is not one. */
export function slotsOn(calendar: Calendar, day: Day): CutSlot[] {
  return sessionsOn(calendar, day).flatMap(({ opening, startsAt, endsAt }) => {
    const minutes = opening.slotMinutes
    const count = Math.floor(endsAt.diff(startsAt).as('minutes') / minutes)
    return Array.from({ length: Math.max(0, count) }, (_, rank) => ({
      centreId: opening.centreId,
      startsAt: startsAt.plus({ minutes: rank * minutes }),
      endsAt: startsAt.plus({ minutes: (rank + 1) * minutes }),
    }))
  })
}

/** The slots of so many days, the first included. */
export function slotsFrom(calendar: Calendar, from: Day, days: number): CutSlot[] {
  return Array.from({ length: days }, (_, rank) => slotsOn(calendar, addDays(from, rank))).flat()
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))
