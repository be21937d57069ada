import { Away, type Crowd } from '#planning/rules/away'
import { NOTHING, type Allowed } from '#planning/rules/matching'
import type { Problem } from '#planning/rules/allocation_problem'

/** An allocation as it changes: no slot twice, nobody one too many, after each move. */
export class Placing {
  readonly slotOf = new Map<number, number>()
  readonly holderOf = new Map<number, number>()
  readonly away: Away
  readonly problem: Problem
  readonly #alone: Allowed
  /** Looks at slots before nobody is asked for theirs any more. */
  patience = 5e7

  constructor(problem: Problem, crowds: { of: Crowd[][] }, alone: Allowed) {
    this.problem = problem
    this.away = new Away(problem, crowds)
    this.#alone = alone
  }

  /** Levels 1 to 3, packed. */
  costOf(visit: number): number {
    const slot = this.slotOf.get(visit) ?? NOTHING
    return slot === NOTHING ? this.problem.nothing[visit]! : this.problem.cost(visit, slot)
  }

  put(visit: number, slot: number) {
    this.leave(visit)
    this.slotOf.set(visit, slot)
    if (slot !== NOTHING) this.holderOf.set(slot, visit)
    this.away.put(visit, slot)
  }

  leave(visit: number) {
    const slot = this.slotOf.get(visit)
    if (slot === undefined) return
    this.away.remove(visit)
    this.slotOf.delete(visit)
    this.holderOf.delete(slot)
  }

  /** The first option under this cost that is free and leaves nobody too many, for a visit that has none. */
  firstFree(visit: number, under: number): { slot: number; cost: number } | null {
    const { bins, costs } = this.problem.options(visit)
    for (let index = 0; index < bins.length && costs[index]! < under; index += 1) {
      this.patience -= bins[index]!.slots.length
      for (const slot of bins[index]!.slots) {
        if (!this.holderOf.has(slot) && this.#alone(visit, slot) && this.away.fits(visit, slot)) return { slot, cost: costs[index]! }
      }
    }
    return null
  }

  /** Takes the slot of another visit, which finds a free one, when the two together cost less than `under`. */
  firstExchange(visit: number, under: number, tries: number): { slot: number; cost: number; other: number; next: number } | null {
    let best = null
    let least = under
    const { bins, costs } = this.problem.options(visit)
    for (let index = 0; index < bins.length && costs[index]! < least && tries > 0 && this.patience > 0; index += 1) {
      for (const slot of bins[index]!.slots) {
        const other = this.holderOf.get(slot)
        if (other === undefined || !this.#alone(visit, slot) || (tries -= 1) < 0 || this.patience < 0) continue
        const before = this.costOf(other)
        this.leave(other)
        if (this.away.fits(visit, slot)) {
          this.put(visit, slot)
          const found = this.firstFree(other, least - costs[index]! + before)
          this.leave(visit)
          if (found) {
            least = costs[index]! + found.cost - before
            best = { slot, cost: least, other, next: found.slot }
          }
        }
        this.put(other, slot)
      }
    }
    return best
  }
}
