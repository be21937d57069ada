import type { DateTime } from 'luxon'
import { addDays, parisDay, type Day } from '#shared/days'
import type { Calendar, Opening } from '#calendar/rules/opening'
import { comesOn, isAbsent, sessionsOn } from '#calendar/rules/sessions'

export type OpeningFacts = Omit<Opening, 'id' | 'validFrom' | 'validUntil'>

export type CalendarChange =
  | { type: 'open'; opening: OpeningFacts & Pick<Opening, 'validFrom' | 'validUntil'> }
  /** From this day on the opening is another one; what it was before stays. */
  | { type: 'edit'; openingId: string; from: Day; opening: OpeningFacts }
  | { type: 'stop'; openingId: string; lastDay: Day }
  | { type: 'close'; openingId: string; day: Day }
  | { type: 'absence'; from: Day; until: Day }

export const NEW_ID = 'new'

/** The calendar as it will be. */
export function changed(calendar: Calendar, change: CalendarChange): Calendar {
  const { openings, exceptions, absences } = calendar
  switch (change.type) {
    case 'open':
      return { ...calendar, openings: [...openings, { ...change.opening, id: NEW_ID }] }
    case 'absence':
      return { ...calendar, absences: [...absences, { id: NEW_ID, from: change.from, until: change.until }] }
    case 'close':
      return { ...calendar, exceptions: [...exceptions, { openingId: change.openingId, day: change.day }] }
    case 'stop':
      return { ...calendar, openings: openings.flatMap((one) => (one.id === change.openingId ? endedOn(one, change.lastDay) : [one])) }
    case 'edit': {
      const former = openings.find(({ id }) => id === change.openingId)!
      const next = { ...change.opening, id: NEW_ID, validFrom: beginsOn(former, change), validUntil: former.validUntil }
      // A day on which the former was closed is one on which the next is.
      const carried = exceptions.filter(({ openingId, day }) => openingId === former.id && day >= change.from).map(({ day }) => ({ openingId: NEW_ID, day }))
      return { ...calendar, openings: [...openings.flatMap((one) => (one.id === former.id ? endedOn(one, addDays(change.from, -1)) : [one])), next], exceptions: [...exceptions, ...carried] }
    }
  }
}

/** From when the changed opening counts: one of every other week keeps its own weeks, unless its rhythm is what changes. */
export function beginsOn(former: Opening, { from, opening }: { from: Day; opening: OpeningFacts }): Day {
  if (former.onDay !== null || former.everyWeeks === 1 || opening.everyWeeks !== former.everyWeeks) return from
  const days = Array.from({ length: former.everyWeeks * 7 }, (_, rank) => addDays(from, rank))
  return days.find((day) => comesOn({ ...former, validUntil: null }, day)) ?? from
}

/** The opening until that day; none is left of one that had not begun. */
export function endedOn(opening: Opening, lastDay: Day): Opening[] {
  if (opening.onDay !== null) return opening.onDay <= lastDay ? [opening] : []
  return opening.validFrom <= lastDay ? [{ ...opening, validUntil: lastDay }] : []
}

type Place = { centreId: string; startsAt: DateTime; endsAt: DateTime }

const isHeld = (calendar: Calendar, { centreId, startsAt, endsAt }: Place) =>
  sessionsOn(calendar, parisDay(startsAt)).some((one) => one.opening.centreId === centreId && one.startsAt <= startsAt && endsAt <= one.endsAt)

/** Whether what stood in this place can no longer: it was within an opening and is in none, or falls in an absence. */
export function isTouched(before: Calendar, after: Calendar, place: Place): boolean {
  const day = parisDay(place.startsAt)
  if (isAbsent(after, day)) return true
  return isHeld(before, place) && !isHeld(after, place)
}

/** Whether two openings of one practitioner would ask for two places at once, some day of the next two years from `from`. */
export function overlap(one: Opening, other: Opening, from: Day, days = 731): boolean {
  if (one.begins >= other.ends || other.begins >= one.ends) return false
  return Array.from({ length: days }, (_, rank) => addDays(from, rank)).some((day) => comesOn(one, day) && comesOn(other, day))
}
