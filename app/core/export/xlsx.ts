import writeExcelFile from 'write-excel-file/node'
import { harmless, type Cell, type ExportTable } from '#core/export/table'

/** One sheet, its first line bold and in sight. Days are dates, texts are texts: nothing in it is a formula. */
export async function writeXlsx({ labels, widths, rows }: ExportTable): Promise<Buffer> {
  const head = labels.map((value) => ({ value, fontWeight: 'bold' as const }))
  const sheet = writeExcelFile([head, ...rows.map((cells) => cells.map(written))], { columns: widths.map((width) => ({ width })), stickyRowsCount: 1 })
  return sheet.toBuffer()
}

function written(cell: Cell) {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'object') return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
  return { value: harmless(cell), type: String }
}
