import { extname } from 'node:path'
import type { FileReader } from '#core/http/upload'
import { csvRows } from '#imports/files/csv_rows'
import { decode, isBinary } from '#imports/files/decode'
import { beginsAsDsn, DsnFile } from '#imports/files/dsn_file'
import { LIMITS } from '#imports/files/limits'
import { Unusable } from '#imports/files/unusable'
import { xlsxRows } from '#imports/files/xlsx_rows'
import type { StagedPerson } from '#imports/rules/person'
import type { Row } from '#imports/rules/read_row'

const EXTENSIONS = ['.csv', '.txt', '.xlsx', '.dsn', '.edi']
const ZIP = Buffer.from('PK\u0003\u0004')
// Excel 97, and a workbook locked by a password.
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const HEAD = 64

export type FileContent =
  | { format: 'dsn'; people: StagedPerson[] }
  | { format: 'csv' | 'xlsx'; rows: AsyncGenerator<Row> }

/** Takes a file as it arrives: a table is kept whole until it is read, of a DSN only the people are. */
export class ImportFile implements FileReader {
  readonly #extension: string
  #head: Buffer = Buffer.alloc(0)
  #dsn: DsnFile | null = null
  #table: Buffer[] | null = null
  #tableBytes = 0

  constructor(name: string) {
    this.#extension = extname(name).toLowerCase()
  }

  take(chunk: Buffer) {
    if (this.#dsn || this.#table) return this.#put(chunk)
    this.#head = Buffer.concat([this.#head, chunk])
    if (this.#head.length >= HEAD) this.#begin()
  }

  /** @throws Unusable when it is no file that can be read. */
  content(): FileContent {
    if (!EXTENSIONS.includes(this.#extension)) throw new Unusable({ type: 'wrong_kind' })
    if (!this.#dsn && !this.#table) this.#begin()
    if (this.#dsn && this.#extension === '.csv') throw this.#another()
    if (this.#dsn) return { format: 'dsn', people: this.#dsn.end() }
    if (this.#tableBytes > LIMITS.tableBytes) throw new Unusable({ type: 'too_large', maxBytes: LIMITS.tableBytes })

    const bytes = Buffer.concat(this.#table ?? [])
    this.#table = []
    if (bytes.length === 0) throw new Unusable({ type: 'empty' })
    if (bytes.subarray(0, 4).equals(OLE)) throw new Unusable({ type: 'old_or_locked' })
    const isZip = bytes.subarray(0, 4).equals(ZIP)
    if (this.#extension === '.xlsx') {
      if (!isZip) throw this.#another()
      return { format: 'xlsx', rows: xlsxRows(bytes) }
    }
    if (isZip || isBinary(bytes) || this.#extension === '.dsn' || this.#extension === '.edi') throw this.#another()
    return { format: 'csv', rows: csvRows(decode(bytes)) }
  }

  #begin() {
    const head = this.#head
    this.#head = Buffer.alloc(0)
    if (beginsAsDsn(head)) this.#dsn = new DsnFile()
    else this.#table = []
    this.#put(head)
  }

  #put(chunk: Buffer) {
    if (this.#dsn) return this.#dsn.take(chunk)
    this.#tableBytes += chunk.length
    if (this.#tableBytes > LIMITS.tableBytes) this.#table = []
    else this.#table!.push(chunk)
  }

  #another() {
    return new Unusable({ type: 'not_what_it_says', extension: this.#extension })
  }
}
