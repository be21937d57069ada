import { breathe, LIMITS } from '#imports/files/limits'
import { Unusable } from '#imports/files/unusable'
import type { StagedPerson } from '#imports/rules/person'
import { readRow, type ReadRow, type Row } from '#imports/rules/read_row'
import { recogniseColumns } from '#imports/rules/recognise_columns'

const PIECE = 500
// A title may stand above the names of the columns.
const HEADER_WITHIN = 10

export type Table = { header: string[]; rows: Row[] }

/** The names of the columns and the lines below them. */
export async function readTable(source: AsyncGenerator<Row>): Promise<Table> {
  const rows: Row[] = []
  for await (const row of source) {
    if (!row.cells.some((cell) => cell.trim() !== '')) continue
    if (row.cells.length > LIMITS.columns) throw new Unusable({ type: 'damaged', line: row.line })
    rows.push(row)
    if (rows.length > LIMITS.lines) throw new Unusable({ type: 'too_many_lines', max: LIMITS.lines })
  }
  if (rows.length === 0) throw new Unusable({ type: 'empty' })
  const at = headerAmong(rows.slice(0, HEADER_WITHIN))
  const header = rows[at]!.cells.map((name) => name.trim().slice(0, 200))
  if (rows.length === at + 1) throw new Unusable({ type: 'header_only' })
  return { header, rows: rows.slice(at + 1) }
}

/** What the lines tell, some at a time: other pages are served meanwhile. */
export async function readRows(rows: readonly Row[], how: ReadRow): Promise<StagedPerson[]> {
  const people: StagedPerson[] = []
  for (let from = 0; from < rows.length; from += PIECE) {
    people.push(...rows.slice(from, from + PIECE).map((row) => readRow(row, how)))
    await breathe()
  }
  return people
}

function headerAmong(rows: readonly Row[]): number {
  const known = rows.map(({ cells }) => recogniseColumns(cells).mapping.filter(Boolean).length)
  const best = known.indexOf(Math.max(...known))
  return known[best]! >= 3 ? best : 0
}
