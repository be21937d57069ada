import { DateTime } from 'luxon'
import { addDays, addWorkingDays, isWorkingDay, parisDay, parisInstant, type Day } from '#shared/dates'

/** The day itself when people work, else the last one before it on which they do. */
export const workingDayBy = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, -1))

/** The day itself when people work, else the next one on which they do. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, 1))

/** So many days before, in office hours; never in the future. */
export function officeInstant(today: Day, daysAgo: number, time: string, now: DateTime): DateTime {
  const day = daysAgo === 0 ? today : workingDayBy(addDays(today, -daysAgo))
  return DateTime.min(parisInstant(day, time), now.minus({ minutes: 25 }).startOf('minute')).toUTC()
}

/** In office hours, so many days before something. */
export function daysBefore(instant: DateTime, days: number, time: string): DateTime {
  return parisInstant(workingDayBy(addDays(parisDay(instant), -days)), time).toUTC()
}
