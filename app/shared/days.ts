import { DateTime } from 'luxon'

/** A calendar day in Paris, written `YYYY-MM-DD`: two of them compare as text. */
export type Day = string

export const PARIS = 'Europe/Paris'

/** The day that the calendar on a wall in Paris shows at this instant. */
export function parisDay(instant: DateTime): Day {
  return write(instant.setZone(PARIS))
}

/** The instant at which clocks in Paris show this time (`HH:mm`) on this day. An hour skipped in March is read one hour later. */
export function parisInstant(day: Day, time: string): DateTime {
  const instant = DateTime.fromISO(`${day}T${time}`, { zone: PARIS })
  if (!instant.isValid) throw new RangeError(`Not a day and a time: ${day} ${time}`)
  return instant
}

/** Whether the text is `YYYY-MM-DD` and the day exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
}

export function addDays(day: Day, days: number): Day {
  return write(read(day).plus({ days }))
}

/** The same day of the month, `months` later; the month's last day where that one does not exist. */
export function addMonths(day: Day, months: number): Day {
  return write(read(day).plus({ months }))
}

/** The same date, `years` later; 28 February for a 29 February. */
export function addYears(day: Day, years: number): Day {
  return write(read(day).plus({ years }))
}

/** Days from the first to the second, negative when the second comes before. */
export function daysBetween(from: Day, to: Day): number {
  return read(to).diff(read(from), 'days').days
}

/** Whole months from the first to the second, which must not come before. */
export function monthsBetween(from: Day, to: Day): number {
  return Math.floor(read(to).diff(read(from), 'months').months)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return read(day).weekday
}

export function yearOf(day: Day): number {
  return read(day).year
}

// Days are counted in UTC, where each lasts 24 hours.
function read(day: Day): DateTime {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`)
  return DateTime.fromISO(day, { zone: 'utc' })
}

function write(date: DateTime): Day {
  const day = date.toISODate()
  if (day === null) throw new RangeError('Not an instant')
  return day
}
