import { Heap } from '#planning/rules/heap'
import type { Problem } from '#planning/rules/allocation_problem'

export const NOTHING = -1
/** Whether a visit may take a slot, or NOTHING; both by their numbers. */
export type Allowed = (visit: number, slot: number) => boolean
/** `slotOf` by visit, NOTHING for none. `duals` and `prices` prove the optimum, unless patience ran out: no visit has an option under its dual. */
export type Matching = { slotOf: Map<number, number>; holderOf: Int32Array; duals: Map<number, number>; prices: Float64Array; proven: boolean }

/** Looks at slots before what is left is placed in the first free one: past it, a campaign that lacks slots is not proven. */
const PATIENCE = 1e8

/**
 * The least cost, levels 1 to 3, when nobody minds how many are away: successive shortest paths over the visits in the order
 * given, each list read only as far as it can still be the shortest. Null when somebody may get neither a slot nor nothing.
 */
export function match(problem: Problem, visits: readonly number[], allowed: Allowed): Matching | null {
  const found: Matching = {
    slotOf: new Map(),
    holderOf: new Int32Array(problem.slots.length).fill(NOTHING),
    duals: new Map(),
    prices: new Float64Array(problem.slots.length),
    proven: true,
  }
  const work = { left: PATIENCE }
  const whole = visits.every((visit) => augment(problem, found, visit, allowed, work))
  found.proven = work.left >= 0
  return whole ? found : null
}

function augment(problem: Problem, { slotOf, holderOf, duals, prices }: Matching, start: number, allowed: Allowed, work: { left: number }) {
  const heap = new Heap()
  const reached = new Map<number, { distance: number; by: number }>()
  const closed: number[] = []
  let best = Infinity
  let end = { visit: start, slot: NOTHING }

  const scan = (visit: number, distance: number) => {
    const dual = visit === start ? 0 : duals.get(visit)!
    const offset = distance - dual
    if (offset + problem.nothing[visit]! < best && allowed(visit, NOTHING)) {
      best = offset + problem.nothing[visit]!
      end = { visit, slot: NOTHING }
    }
    const { bins, costs } = problem.options(visit)
    for (let index = 0; index < bins.length && offset + costs[index]! < best; index += 1) {
      const free = bins[index]!.slots.find((slot) => holderOf[slot] === NOTHING && allowed(visit, slot))
      work.left -= bins[index]!.slots.length
      if (free === undefined) continue
      best = offset + costs[index]!
      end = { visit, slot: free }
    }
    if (work.left < 0) return
    for (let index = 0; index < bins.length && offset + costs[index]! < best; index += 1) {
      for (const slot of bins[index]!.slots) {
        const key = offset + costs[index]! + prices[slot]!
        if (key >= best || holderOf[slot] === NOTHING || (reached.get(slot)?.distance ?? Infinity) <= key || !allowed(visit, slot)) continue
        reached.set(slot, { distance: key, by: visit })
        heap.push(key, slot)
      }
      work.left -= bins[index]!.slots.length
    }
  }

  scan(start, 0)
  for (let next = heap.pop(); next && next.key < best; next = heap.pop()) {
    if (next.key > reached.get(next.value)!.distance) continue
    closed.push(next.value)
    scan(holderOf[next.value]!, next.key)
  }
  if (best === Infinity) return false
  for (const slot of closed) {
    const rise = best - reached.get(slot)!.distance
    prices[slot]! += rise
    const holder = holderOf[slot]!
    duals.set(holder, duals.get(holder)! + rise)
  }
  duals.set(start, best)
  for (let { visit, slot } = end; ; ) {
    const before = slotOf.get(visit)
    slotOf.set(visit, slot)
    if (slot !== NOTHING) holderOf[slot] = visit
    if (visit === start) return true
    slot = before!
    visit = reached.get(slot)!.by
  }
}

/** The cost of a matching, levels 1 to 3: no allocation of these visits costs less. */
export function boundOf({ duals, prices }: Matching): number {
  const paid = prices.reduce((total, price) => total + price, 0)
  return [...duals.values()].reduce((total, dual) => total + dual, -paid)
}
