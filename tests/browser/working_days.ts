import { DateTime } from 'luxon'
import { addWorkingDays, parisDay, parisInstant } from '#shared/dates'

/** So many working days in a row at 10:00, the first of them `ahead` working days from today. */
export function nextWorkingDays(ahead: number, count: number): DateTime[] {
  const today = parisDay(DateTime.utc())
  return Array.from({ length: count }, (_, rank) => parisInstant(addWorkingDays(today, ahead + rank), '10:00').toUTC())
}
