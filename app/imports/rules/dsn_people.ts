import type { DsnBlock, Rubric } from '#imports/rules/dsn_blocks'

type Values = Map<string, { line: number; value: string }>

export type DsnContract = { values: Values; stoppages: Values[]; end: Values | null }

/** A person as the DSN wrote it, block by block; still text. */
export type DsnPerson = { line: number; siret: string | null; identity: Values; contracts: DsnContract[]; stoppages: Values[] }

/**
 * Puts the rubrics of a DSN together, in their order: the firm (06), the establishment (11), each person (30) with the contracts (40),
 * the stoppages (60) and the ends (62) that follow. A block begins anew when its numbers stop growing or another stood between.
 */
export class DsnPeople {
  #siren = ''
  #nic = ''
  #block: DsnBlock | null = null
  #number = ''
  #values: Values = new Map()
  #person: DsnPerson | null = null
  #gather: (person: DsnPerson) => void

  constructor(gather: (person: DsnPerson) => void) {
    this.#gather = gather
  }

  take({ line, block, number, value }: Rubric) {
    if (block !== this.#block || number <= this.#number) this.#begin(block, line)
    this.#block = block
    this.#number = number
    this.#values.set(number, { line, value })
    if (block === 'S21.G00.06' && number === '001') this.#siren = value
    if ((block === 'S21.G00.06' && number === '002') || block === 'S21.G00.11') this.#nic = value
  }

  /** A rubric that is not read stood between. */
  other(block: string) {
    if (block !== this.#block) this.#block = null
  }

  end() {
    if (this.#person) this.#gather(this.#person)
    this.#person = null
  }

  #begin(block: DsnBlock, line: number) {
    this.#values = new Map()
    if (block === 'S21.G00.06' || block === 'S21.G00.11' || block === 'S21.G00.30') this.end()
    if (block === 'S21.G00.30') {
      const siret = this.#siren && this.#nic ? this.#siren + this.#nic.padStart(5, '0') : null
      this.#person = { line, siret, identity: this.#values, contracts: [], stoppages: [] }
    }
    const contract = this.#person?.contracts.at(-1)
    if (block === 'S21.G00.40') this.#person?.contracts.push({ values: this.#values, stoppages: [], end: null })
    if (block === 'S21.G00.60') (contract ?? this.#person)?.stoppages.push(this.#values)
    if (block === 'S21.G00.62' && contract) contract.end = this.#values
  }
}
