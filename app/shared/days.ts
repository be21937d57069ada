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
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(partsOf(text))
}

export function addDays(day: Day, days: number): Day {
  return dayOf(millisOf(day) + days * DAY_MS)
}

/** The same day of the month, `months` later; the month's last day where that one does not exist. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, number } = known(day)
  const count = year * 12 + (month - 1) + months
  const later = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
  return dayText({ ...later, number: Math.min(number, lengthOfMonth(later.year, later.month)) })
}

/** The same date, `years` later; 28 February for a 29 February. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12)
}

/** Days from the first to the second, negative when the second comes before. */
export function daysBetween(from: Day, to: Day): number {
  return (millisOf(to) - millisOf(from)) / DAY_MS
}

/** Whole months from the first to the second, which must not come before. */
export function monthsBetween(from: Day, to: Day): number {
  return Math.floor(read(to).diff(read(from), 'months').months)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(millisOf(day)).getUTCDay() || 7
}

export function yearOf(day: Day): number {
  return known(day).year
}

type Parts = { year: number; month: number; number: number }

// Days are counted in UTC, where each lasts 24 hours.
const DAY_MS = 86_400_000

function millisOf(day: Day): number {
  const { year, month, number } = known(day)
  // Date.UTC takes the years before 100 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 1, number)
}

function dayOf(millis: number): Day {
  const date = new Date(millis)
  return dayText({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, number: date.getUTCDate() })
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function partsOf(day: string): Parts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), number: Number(day.slice(8, 10)) }
}

function exists({ year, month, number }: Parts): boolean {
  return month >= 1 && month <= 12 && number >= 1 && number <= lengthOfMonth(year, month)
}

function known(day: Day): Parts {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`)
  return partsOf(day)
}

function dayText({ year, month, number }: Parts): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}

function read(day: Day): DateTime {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`)
  return DateTime.fromISO(day, { zone: 'utc' })
}

function write(date: DateTime): Day {
  const day = date.toISODate()
  if (day === null) throw new RangeError('Not an instant')
  return day
}
