import { harmless, type Cell, type ExportTable } from '#core/export/table'

/** As a French Excel opens it by a double click: UTF-8 with its mark, semicolons, decimal comma, 31/12/2026. */
export function writeCsv({ labels, rows }: ExportTable): Buffer {
  const lines = [labels, ...rows].map((cells) => cells.map(field).join(';'))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'object') return cell.day.split('-').toReversed().join('/')
  const text = harmless(cell)
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
