import type { HttpContext } from '@adonisjs/core/http'
import { sendDownload } from '#core/http/download'
import { writeCsv } from '#core/export/csv'
import { exportTable, type ExportColumn } from '#core/export/table'
import { writeXlsx } from '#core/export/xlsx'

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** No list is longer than this in one file. */
export const EXPORT_CAP = 20_000

/** The format that the end of an address asks for: `/salaries.csv`, `/salaries.xlsx`. */
export function askedFormat({ request }: HttpContext): Format {
  return request.url().endsWith('.xlsx') ? 'xlsx' : 'csv'
}

/** Sends a list as a file; whoever calls has written it in the journal (`list.exported`). `name` is plain ASCII and says nothing of anybody. */
export async function sendExport<Row>(ctx: HttpContext, name: string, columns: ExportColumn<Row>[], rows: Row[]) {
  const format = askedFormat(ctx)
  const table = exportTable(columns, rows)
  const content = format === 'xlsx' ? await writeXlsx(table) : writeCsv(table)
  sendDownload(ctx, { name: `${name}.${format}`, type: TYPES[format], content })
}
