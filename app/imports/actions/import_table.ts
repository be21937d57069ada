import { randomUUID } from 'node:crypto'
import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { ok, type Result } from '#shared/result'
import { importPeople, type Imported, type NobodyOfYours, type Sender } from '#imports/actions/import_people'
import { stageRows } from '#imports/actions/stage_rows'
import { readRows, type Table } from '#imports/files/read_table'
import { rememberedColumns } from '#imports/queries/accounts'
import { recogniseColumns, type Mapping } from '#imports/rules/recognise_columns'

export type TableFile = { format: 'csv' | 'xlsx'; table: Table }

/** Imports a table whose columns are known; one whose columns are not waits for somebody to say what they are. */
export async function importTable(trx: Trx, sender: Sender, { format, table }: TableFile, now: DateTime): Promise<Result<Imported, NobodyOfYours>> {
  const { header, rows } = table
  const { mapping, sure } = recogniseColumns(header, await rememberedColumns(trx, sender.memberId))
  if (sure) {
    const people = await readRows(rows, { header, mapping, serials: format === 'xlsx' })
    return importPeople(trx, sender, { format, people, ignoredColumns: ignoredColumns(header, mapping) }, now)
  }
  const here = await stageRows(trx, { ...sender, batchId: randomUUID(), format }, table, now)
  return ok({ here, elsewhere: [], foreign: [] })
}

/** The columns that say nothing of what is imported. */
export function ignoredColumns(header: readonly string[], mapping: Mapping): string[] {
  return header.filter((name, rank) => name !== '' && !mapping[rank])
}
