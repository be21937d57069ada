import { addMonths, daysBetween, monthsBetween, type Day } from '#shared/days'

export const SOON_DAYS = 30
export const FINE_AFTER_MONTHS = 6

// Below this number of whole months a distance is said in days, from two years on in years.
const MONTHS_SAID_FROM = 4
const YEARS_SAID_FROM = 24

/** The four shapes of a badge: past, within 30 days, within 6 months (or no date at all), later. */
export type DueState = 'late' | 'soon' | 'none' | 'fine'

export function dueState(day: Day | null, today: Day): DueState {
  if (day === null) return 'none'
  const days = daysBetween(today, day)
  if (days < 0) return 'late'
  if (days <= SOON_DAYS) return 'soon'
  return day <= addMonths(today, FINE_AFTER_MONTHS) ? 'none' : 'fine'
}

/** What a list says beside a date limit: the distance while it matters, `À jour` after. */
export function dueLabel(day: Day | null, today: Day): string {
  if (day === null) return 'Sans date limite'
  return dueState(day, today) === 'fine' ? 'À jour' : distance(day, today)
}

/** `Demain`, `Dans 4 jours`, `Dans 3 ans et 3 mois`, `En retard de 12 jours`. */
export function distance(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  if (days === 0) return "Aujourd'hui"
  if (days === 1) return 'Demain'
  if (days === -1) return "En retard d'un jour"
  return days > 0 ? `Dans ${length(today, day)}` : `En retard de ${length(day, today)}`
}

/** `4 jours et 48 minutes`: days of 24 hours, hours and minutes, begun minutes left out. */
export function formatDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return "moins d'une minute"
  return enumerate([
    quantity(Math.floor(minutes / 1440), 'jour', 'un'),
    quantity(Math.floor(minutes / 60) % 24, 'heure', 'une'),
    quantity(minutes % 60, 'minute', 'une'),
  ])
}

function length(from: Day, to: Day): string {
  const months = monthsBetween(from, to)
  if (months < MONTHS_SAID_FROM) return `${daysBetween(from, to)}\u00a0jours`
  if (months < YEARS_SAID_FROM) return `${months}\u00a0mois`
  const rest = months % 12
  return enumerate([
    `${Math.floor(months / 12)}\u00a0ans`,
    rest === 1 ? 'un mois' : rest > 1 ? `${rest}\u00a0mois` : '',
  ])
}

function quantity(count: number, unit: string, one: string): string {
  if (count === 0) return ''
  return count === 1 ? `${one} ${unit}` : `${count}\u00a0${unit}s`
}

function enumerate(items: string[]): string {
  const said = items.filter(Boolean)
  return [said.slice(0, -1).join(', '), said.at(-1)].filter(Boolean).join(' et ')
}
