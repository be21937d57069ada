import { formatDay, type Day } from '#shared/dates'
import { WEEKDAYS } from '#shared/french_dates'
import type { Opening } from '#calendar/rules/opening'

type Said = Pick<Opening, 'weekday' | 'onDay' | 'begins' | 'ends' | 'everyWeeks'>

/** `08:30` as people read it. */
export const timeWords = (time: string) => `${Number(time.slice(0, 2))}\u00a0h\u00a0${time.slice(3)}`

/** `Le mardi de 8 h 30 à 12 h 30, une semaine sur deux`. */
export function openingWords({ weekday, onDay, begins, ends, everyWeeks }: Said): string {
  const when = onDay ? formatDay(onDay) : WEEKDAYS[weekday! - 1]!
  const rhythm = onDay === null && everyWeeks > 1 ? `, une semaine sur ${everyWeeks === 2 ? 'deux' : everyWeeks}` : ''
  return `Le ${when} de ${timeWords(begins)} à ${timeWords(ends)}${rhythm}`
}

/** `du 1er décembre 2026`, `jusqu'au…`: for how long an opening holds. */
export function validityWords(from: Day, until: Day | null): string {
  const since = `Depuis le ${formatDay(from)}`
  return until ? `${since}, jusqu'au ${formatDay(until)} inclus` : `${since}, sans date de fin`
}
