import { formatDay } from '#shared/french_dates'
import type { Day } from '#shared/days'
import type { Ceiling } from '#follow_up/rules/periodicity'

/** A line of "why this date": a fact, a duration with its article, then the total. */
export type SumLine = { label: string; value: string; article?: string }

/** Fact + duration = limit, in words: the label says the fact, `from` its day, the ceiling its duration. */
export function sumOf(label: string, from: Day, ceiling: Ceiling, until: Day): SumLine[] {
  return [
    { label, value: plainDay(from) },
    { label: ceiling.words, value: durationOf(ceiling), article: ceiling.article },
    { label: 'Date limite', value: plainDay(until) },
  ]
}

function durationOf({ months, beforePost }: Ceiling): string {
  if (beforePost) return '\u2212\u00a01\u00a0jour'
  return months % 12 === 0 ? `+\u00a0${months / 12}\u00a0ans` : `+\u00a0${months}\u00a0mois`
}

function plainDay(day: Day): string {
  return formatDay(day, { weekday: false })
}
