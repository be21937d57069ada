import { DateTime } from 'luxon'
import { formatDay, formatInstant } from '#shared/dates'
import type { Column } from '#back_office/registers/column'

/** A stored value in the words of the screen. */
export function present({ kind, choices }: Column, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (kind) {
    case 'choice':
      return choices![String(value)] ?? String(value)
    case 'flag':
      return value ? 'oui' : 'non'
    case 'day':
      return formatDay(String(value), { weekday: false })
    case 'instant':
      return formatInstant(DateTime.fromJSDate(value as Date))
    default:
      return String(value)
  }
}
