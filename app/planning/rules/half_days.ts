import { NOTHING } from '#planning/rules/matching'
import type { Problem } from '#planning/rules/allocation_problem'

/** How many visits each member has on each half-day: level 4 is the number of those that are not empty. */
export class HalfDays {
  #counts = new Map<string, Map<number, number>>()
  #problem: Problem
  total = 0

  constructor(problem: Problem) {
    this.#problem = problem
  }

  /** One number for a half-day of the campaign. */
  of(slot: number) {
    const { ahead, halfDay } = this.#problem.slots[slot]!
    return ahead * 2 + (halfDay % 2)
  }

  countsOf(visit: number): Map<number, number> {
    const { memberId } = this.#problem.visits[visit]!
    if (!this.#counts.has(memberId)) this.#counts.set(memberId, new Map())
    return this.#counts.get(memberId)!
  }

  add(visit: number, slot: number) {
    if (slot === NOTHING) return
    const counts = this.countsOf(visit)
    const count = counts.get(this.of(slot)) ?? 0
    counts.set(this.of(slot), count + 1)
    if (count === 0) this.total += 1
  }

  remove(visit: number, slot: number) {
    if (slot === NOTHING) return
    const counts = this.countsOf(visit)
    const count = counts.get(this.of(slot))!
    if (count > 1) counts.set(this.of(slot), count - 1)
    else {
      counts.delete(this.of(slot))
      this.total -= 1
    }
  }
}
