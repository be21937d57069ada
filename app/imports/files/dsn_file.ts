import { decode } from '#imports/files/decode'
import { LIMITS } from '#imports/files/limits'
import { Unusable } from '#imports/files/unusable'
import { isRead } from '#imports/rules/dsn_blocks'
import { DsnPeople } from '#imports/rules/dsn_people'
import type { StagedPerson } from '#imports/rules/person'
import { readDsnPerson } from '#imports/rules/read_dsn_person'

const LINE = /^(S\d\d\.G\d\d\.\d\d)\.(\d{3}),'([^]*)'$/
const ADDRESS = /^S\d\d\.G\d\d\.\d\d\.\d{3},'/
const ADDRESS_LENGTH = 'S21.G00.30.001'.length
const [LF, CR] = [10, 13]

/** Whether a file begins as a DSN does. */
export function beginsAsDsn(start: Buffer): boolean {
  const from = start.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  return ADDRESS.test(start.subarray(from, from + 40).toString('latin1').trimStart())
}

/**
 * Reads a DSN while it arrives, line by line: what is not of the whitelist is dropped before anything else is known of it.
 * Each line says by its own bytes whether it is UTF-8 or ISO-8859-1.
 */
export class DsnFile {
  readonly people: StagedPerson[] = []
  refusal: Unusable | null = null
  #rest: Buffer = Buffer.alloc(0)
  #line = 0
  #ended = false
  #assembler = new DsnPeople((person) => {
    if (this.people.length >= LIMITS.lines) throw new Unusable({ type: 'too_many_lines', max: LIMITS.lines })
    this.people.push(readDsnPerson(person))
  })

  take(chunk: Buffer) {
    if (this.refusal) return
    try {
      this.#split(chunk)
    } catch (error) {
      this.#stop(error)
      this.#rest = Buffer.alloc(0)
    }
  }

  /** @throws Unusable when the file is not whole: nothing of it counts then. */
  end(): StagedPerson[] {
    try {
      if (!this.refusal && this.#rest.length > 0) this.#readLine(this.#rest)
      this.#assembler.end()
    } catch (error) {
      this.#stop(error)
    }
    // A last line that is cut says that the file is.
    const isCut = this.refusal?.refusal.type === 'damaged' && this.#rest.length > 0
    if (this.refusal && !isCut) throw this.refusal
    if (!this.#ended || isCut) throw new Unusable({ type: 'truncated', format: 'dsn' })
    return this.people
  }

  #split(chunk: Buffer) {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    let from = 0
    for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
      this.#readLine(bytes.subarray(from, at))
      from = at + 1
    }
    // A copy: what was dropped must not stay in memory behind a view of it.
    this.#rest = Buffer.from(bytes.subarray(from))
    if (this.#rest.length > LIMITS.dsnLineBytes) throw new Unusable({ type: 'line_too_long', line: this.#line + 1 })
  }

  #readLine(bytes: Buffer) {
    this.#line += 1
    const line = bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
    if (line.length === 0) return
    if (line.length > LIMITS.dsnLineBytes) throw new Unusable({ type: 'line_too_long', line: this.#line })
    const address = line.subarray(0, ADDRESS_LENGTH).toString('latin1')
    const [block, number] = [address.slice(0, 10), address.slice(11)]
    if (isRead(block, number)) return this.#readRubric(line)
    if (!ADDRESS.test(line.subarray(0, ADDRESS_LENGTH + 2).toString('latin1')) && this.#line > 1) throw new Unusable({ type: 'damaged', line: this.#line })
    if (block.startsWith('S90.')) this.#ended = true
    this.#assembler.other(block)
  }

  #readRubric(bytes: Buffer) {
    const [, block, number, value] = LINE.exec(decode(bytes)) ?? []
    if (!block || !isRead(block, number!)) throw new Unusable({ type: 'damaged', line: this.#line })
    this.#assembler.take({ line: this.#line, block, number: number!, value: value! })
  }

  #stop(error: unknown) {
    if (!(error instanceof Unusable)) throw error
    this.refusal = error
    this.people.length = 0
  }
}
