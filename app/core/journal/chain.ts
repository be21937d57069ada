import { createHash } from 'node:crypto'

export type SealedLine = {
  rank: number
  entryId: string
  seal: Buffer
  /** What the seal is made of; null when there is no such entry any more. */
  line: string | null
}

export type Fault =
  | { type: 'changed' | 'removed' | 'inserted'; entryId: string }
  | { type: 'ranks_removed'; from: number; to: number }
  | { type: 'end_changed' }

/** Walks the chain of a month, a page of lines at a time. After a fault it goes on from the stored seal, so that each fault is named once. */
export class Chain {
  readonly faults: Fault[] = []
  #rank = 0
  #seal: Buffer | null

  /** `month` is its first day, 2026-11-01. */
  constructor(month: string) {
    this.#seal = sha256(month.slice(0, 7))
  }

  take(lines: SealedLine[]) {
    for (const line of lines) this.#takeOne(line)
  }

  /** Compares with what the month says of its end. */
  end(lastRank: number, lastSeal: Buffer) {
    if (this.#rank < lastRank) this.faults.push({ type: 'ranks_removed', from: this.#rank + 1, to: lastRank })
    else if (this.#rank > lastRank || !this.#seal?.equals(lastSeal)) this.faults.push({ type: 'end_changed' })
  }

  get rank() {
    return this.#rank
  }

  #takeOne({ rank, entryId, seal, line }: SealedLine) {
    if (rank > this.#rank + 1) {
      this.faults.push({ type: 'ranks_removed', from: this.#rank + 1, to: rank - 1 })
      this.#seal = null
    }
    if (line === null) this.faults.push({ type: 'removed', entryId })
    // Of what came before a gap nothing is known: the line after it is taken on trust, the next ones are not.
    else if (this.#seal && !sha256(this.#seal, line).equals(seal)) this.faults.push({ type: 'changed', entryId })
    this.#rank = rank
    this.#seal = seal
  }
}

function sha256(...parts: (Buffer | string)[]) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
