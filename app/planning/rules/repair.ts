import type { Crowd } from '#planning/rules/away'
import { NOTHING, type Allowed } from '#planning/rules/matching'
import { Placing } from '#planning/rules/placing'
import type { Problem } from '#planning/rules/allocation_problem'

/** Slots of others that a visit asks for before it is content with what is free. */
const TRIES = 400
const ROUNDS = 4

/** From a matching that minds no limit, an allocation that breaks none: who is one too many goes where it costs least. */
export function repair(problem: Problem, crowds: { of: Crowd[][] }, alone: Allowed, matched: ReadonlyMap<number, number>): Placing {
  const placing = new Placing(problem, crowds, alone)
  const unplaced = []
  for (const [visit, slot] of matched) {
    if (slot === NOTHING || placing.away.fits(visit, slot)) placing.put(visit, slot)
    else unplaced.push(visit)
  }
  for (const visit of unplaced) better(placing, visit, problem.nothing[visit]!)
  for (let round = 0, changed = unplaced.length > 0; changed && round < ROUNDS; round += 1) {
    changed = false
    for (const visit of matched.keys()) {
      if (placing.patience < 0) return placing
      const before = placing.costOf(visit)
      if (before > (problem.options(visit).costs[0] ?? Infinity)) changed = better(placing, visit, before) || changed
    }
  }
  return placing
}

/** Gives the visit a slot that costs less than this, or leaves it where it is. */
function better(placing: Placing, visit: number, under: number): boolean {
  const stood = placing.slotOf.get(visit) ?? NOTHING
  placing.leave(visit)
  const free = placing.firstFree(visit, under)
  const exchange = placing.firstExchange(visit, free?.cost ?? under, TRIES)
  if (exchange) {
    placing.leave(exchange.other)
    placing.put(visit, exchange.slot)
    placing.put(exchange.other, exchange.next)
  } else placing.put(visit, free?.slot ?? stood)
  return exchange !== null || free !== null
}
