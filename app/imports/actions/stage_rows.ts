import encryption from '@adonisjs/core/services/encryption'
import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { insertImport } from '#imports/actions/stage_people'
import type { Table } from '#imports/files/read_table'
import type { ImportFormat } from '#imports/queries/find_import'
import type { Row } from '#imports/rules/read_row'

const CELLS_PURPOSE = 'import_cells'
const PIECE = 1000

type Where = { memberId: string; userId: string; batchId: string; format: ImportFormat }

/** Keeps the lines of a table, sealed, until somebody says what its columns are: what no column is taken for is forgotten then. */
export async function stageRows(trx: Trx, where: Where, { header, rows }: Table, now: DateTime): Promise<string> {
  const id = await insertImport(trx, { ...where, state: 'mapping', people: rows.length, header }, now)
  for (let from = 0; from < rows.length; from += PIECE) {
    const piece = rows.slice(from, from + PIECE)
    await trx.rawQuery(
      `insert into import_lines (import_id, member_id, line, sealed_cells)
       select :id, :memberId, told.* from unnest(:lines::int[], :cells::text[]) as told (line, cells)`,
      { id, memberId: where.memberId, lines: piece.map(({ line }) => line), cells: piece.map(({ cells }) => encryption.encrypt(cells, undefined, CELLS_PURPOSE)) }
    )
  }
  return id
}

/** The lines that wait, as they were in the file. */
export async function openRows(trx: Trx, importId: string): Promise<Row[]> {
  const rows: { line: number; sealed_cells: string }[] = await trx.from('import_lines').select('line', 'sealed_cells').where({ import_id: importId }).orderBy('line')
  return rows.map((row) => ({ line: row.line, cells: encryption.decrypt<string[]>(row.sealed_cells, CELLS_PURPOSE) ?? [] }))
}
