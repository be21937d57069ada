import Holidays from 'date-holidays'
import { addDays, weekdayOf, yearOf, type Day } from '#shared/days'

const france = new Holidays('FR')
const byYear = new Map<number, ReadonlySet<Day>>()

/** The 11 public holidays of metropolitan France (L3133-1). */
export function publicHolidays(year: number): ReadonlySet<Day> {
  const known = byYear.get(year)
  if (known) return known
  const listed = france.getHolidays(year).filter(({ type }) => type === 'public')
  const days = new Set(listed.map(({ date }) => date.slice(0, 10)))
  byYear.set(year, days)
  return days
}

/** Neither a Saturday, nor a Sunday, nor a French public holiday. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) <= 5 && !publicHolidays(yearOf(day)).has(day)
}

/** The `count`-th working day after this one, itself not counted; before it when negative. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = Math.sign(count)
  let reached = day
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}
