import type { Day } from '#shared/dates'

/** What a cell holds. A day is one of the calendar, not a text: a spreadsheet sorts by it. */
export type Cell = string | number | null | { day: Day }

export type ExportColumn<Row> = { label: string; cell: (row: Row) => Cell; /** In characters. */ width?: number }

export type ExportTable = { labels: string[]; widths: number[]; rows: Cell[][] }

export const day = (value: Day | null | undefined): Cell => (value ? { day: value } : null)

export function exportTable<Row>(columns: ExportColumn<Row>[], rows: Row[]): ExportTable {
  return {
    labels: columns.map(({ label }) => label),
    widths: columns.map(({ width = 24 }) => width),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

/** A text that a spreadsheet would take for a formula, put as a text. A tab or a line end before the sign does not hide it. */
export function harmless(text: string): string {
  return /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text
}
