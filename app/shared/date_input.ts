import { MONTHS } from '#shared/french_dates'
import { isDay, type Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'

type Written = { day: number; month: number; year: number }

export type DateInputError =
  | { type: 'unreadable' }
  | ({ type: 'far_year' } & Written)
  | ({ type: 'no_such_month' } & Written)
  | ({ type: 'no_such_day'; monthLength: number } & Written)

const FRENCH = /^(?<day>\d{1,2})[/.\-\s](?<month>\d{1,2})[/.\-\s](?<year>\d{4})$/
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/

// Further away than this it is a slip of the finger.
const YEARS = { first: 1900, last: 2199 }

/** Reads a date as people type it, `07/12/2026`, or as a date field sends it, `2026-12-07`. */
export function parseFrenchDate(text: string): Result<Day, DateInputError> {
  const groups = (FRENCH.exec(text.trim()) ?? ISO.exec(text.trim()))?.groups
  if (!groups) return refuse({ type: 'unreadable' })

  const written = {
    day: Number(groups.day),
    month: Number(groups.month),
    year: Number(groups.year),
  }
  const { day, month, year } = written
  if (year < YEARS.first || year > YEARS.last) return refuse({ type: 'far_year', ...written })
  if (month < 1 || month > 12) return refuse({ type: 'no_such_month', ...written })
  const iso = [pad(year, 4), pad(month), pad(day)].join('-')
  return isDay(iso)
    ? ok(iso)
    : refuse({ type: 'no_such_day', ...written, monthLength: lengthOf(month, year) })
}

/** The sentence that says how to mend the date. */
export function dateInputMessage(error: DateInputError): string {
  if (error.type === 'unreadable')
    return "Écrivez la date avec le jour, le mois et l'année, par exemple 07/12/2026"
  const date = `${pad(error.day)}/${pad(error.month)}/${pad(error.year, 4)}`
  if (error.type === 'far_year') return `Vérifiez l'année de la date ${date}\u00a0: elle va de ${YEARS.first} à ${YEARS.last}`
  if (error.type === 'no_such_month')
    return `La date ${date} n'existe pas\u00a0: le mois va de 1 à 12`
  const month = MONTHS[error.month - 1]! + (error.month === 2 ? ` ${error.year}` : '')
  return `La date ${date} n'existe pas\u00a0: ${month} a ${error.monthLength}\u00a0jours`
}

function lengthOf(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function pad(value: number, size = 2): string {
  return String(value).padStart(size, '0')
}
