import type { Day } from '#shared/days'

/** A line of the table of the law: what it says from `from` to `to`, both inclusive; no end: it is in force. */
export type Row = {
  id: string
  articles: readonly string[]
  from: Day
  to: Day | null
  /** The rule, as one reads it in "why this date". */
  words: string
}

/** The rows in force on a day. */
export function inForce<R extends Row>(rows: readonly R[], day: Day): R[] {
  return rows.filter(({ from, to }) => from <= day && (to === null || day <= to))
}

/**
 * The one row in force on a day, that of the fact which the article ties it to. A fact older than the table is judged
 * by its first row: the texts before it are not in it.
 * @throws RangeError when the rows end before that day.
 */
export function rowOn<R extends Row>(rows: readonly R[], day: Day): R {
  const oldest = rows.toSorted((one, other) => one.from.localeCompare(other.from))[0]
  const row = inForce(rows, day)[0] ?? (oldest && day < oldest.from ? oldest : undefined)
  if (!row) throw new RangeError(`No rule on ${day}`)
  return row
}
