import { LIMITS } from '#imports/files/limits'
import { Unusable } from '#imports/files/unusable'
import { readWholeXml, readXml, type Tag } from '#imports/files/xml'
import { Zip } from '#imports/files/zip'
import { NO_VALUE, type Row } from '#imports/rules/read_row'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STRINGS = 'xl/sharedStrings.xml'

/** The lines of the first visible sheet. A formula counts by the result that the spreadsheet kept; it is never worked out here. */
export async function* xlsxRows(bytes: Buffer): AsyncGenerator<Row> {
  const zip = await Zip.open(bytes)
  try {
    const sheet = await firstSheet(zip)
    const strings = zip.has(STRINGS) ? await sharedStrings(zip) : []
    yield* sheetRows(await zip.stream(sheet), strings)
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable({ type: 'truncated', format: 'xlsx' })
  }
}

async function firstSheet(zip: Zip): Promise<string> {
  if (!zip.has(WORKBOOK) || !zip.has(RELATIONS)) throw new Unusable({ type: 'no_sheet' })
  let relation: string | undefined
  await readWholeXml(await zip.stream(WORKBOOK), {
    open({ name, attributes }) {
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible') relation ??= attributes['r:id'] ?? attributes.id
    },
  })
  let target: string | undefined
  await readWholeXml(await zip.stream(RELATIONS), {
    open({ name, attributes }) {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target
    },
  })
  if (!relation || !target) throw new Unusable({ type: 'no_sheet' })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function sharedStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = []
  let size = 0
  let text = ''
  const inside: string[] = []
  await readWholeXml(await zip.stream(STRINGS), {
    open: ({ name }) => void inside.push(name),
    // Phonetic readings (rPh) are not part of the text.
    text: (piece) => inside.at(-1) === 't' && !inside.includes('rPh') && (text += piece),
    close(name) {
      inside.pop()
      if (name !== 'si') return
      size += text.length
      if (size > LIMITS.sharedText) throw new Unusable({ type: 'bomb' })
      strings.push(text.slice(0, LIMITS.lineChars))
      text = ''
    },
  })
  return strings
}

function sheetRows(stream: AsyncIterable<Buffer>, strings: string[]): AsyncGenerator<Row> {
  const reader = new SheetReader(strings)
  return readXml(stream, reader, () => reader.rows.splice(0))
}

class SheetReader {
  rows: Row[] = []
  #row: Row = { line: 0, cells: [] }
  #cell: { column: number; type: string; formula: boolean; text: string } | null = null
  #reads = false

  constructor(readonly strings: string[]) {}

  open = ({ name, attributes }: Tag) => {
    if (name === 'row') this.#row = { line: Math.max(Math.trunc(Number(attributes.r)) || 0, this.#row.line + 1), cells: [] }
    if (name === 'c') this.#cell = { column: columnOf(attributes.r) ?? this.#row.cells.length, type: attributes.t ?? 'n', formula: false, text: '' }
    if (name === 'f' && this.#cell) this.#cell.formula = true
    this.#reads = name === 'v' || name === 't'
  }

  text = (piece: string) => {
    if (this.#reads && this.#cell && this.#cell.text.length < LIMITS.lineChars) this.#cell.text += piece
  }

  close = (name: string) => {
    this.#reads = false
    if (name === 'c') this.#endCell()
    if (name === 'row' && this.#row.cells.some((text) => text !== '')) this.rows.push(this.#row)
  }

  #endCell() {
    const { column, type, formula, text } = this.#cell!
    this.#cell = null
    if (column >= LIMITS.columns) return
    while (this.#row.cells.length < column) this.#row.cells.push('')
    this.#row.cells[column] = formula && (text === '' || type === 'e') ? NO_VALUE : this.#valueOf(type, text)
  }

  #valueOf(type: string, text: string) {
    if (type === 's') return this.strings[Number(text)] ?? ''
    if (type === 'b') return text === '1' ? 'oui' : 'non'
    // A long number (a NIR, a SIRET) may be kept as 2.85057812345678E14.
    if (type === 'n' && /e/i.test(text) && Number.isSafeInteger(Number(text))) return String(Number(text))
    return text
  }
}

// `BC12` is in the 54th column from 0.
function columnOf(reference: string | undefined) {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined
}
