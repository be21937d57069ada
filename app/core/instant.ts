import { DateTime } from 'luxon'

/** An instant as PostgreSQL's driver gives it, as the rules want it. */
export function instant(date: Date): DateTime {
  return DateTime.fromJSDate(date, { zone: 'utc' })
}

export function maybeInstant(date: Date | null): DateTime | null {
  return date && instant(date)
}
