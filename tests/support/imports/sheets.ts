import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const WORKBOOK = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Notes" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Effectif" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `${HEAD}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>caché</t></is></c></row></sheetData></worksheet>`,
}

/** The files of a workbook whose second, visible sheet has these cells: `<c …>…</c>` as a spreadsheet writes them. */
export async function zipOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), name)
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream)
}

export function workbook(sheet: string, others: Record<string, string> = {}): Promise<Buffer> {
  return zipOf({ ...WORKBOOK, 'xl/worksheets/sheet2.xml': `${HEAD}<worksheet><sheetData>${sheet}</sheetData></worksheet>`, ...others })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Rows of texts; a number stays a number. */
export function sheetOf(rows: (string | number)[][]): string {
  const cell = (value: string | number) => (typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`)
  return rows.map((cells, rank) => `<row r="${rank + 1}">${cells.map(cell).join('')}</row>`).join('')
}
