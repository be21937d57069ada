import { HalfDays } from '#planning/rules/half_days'
import { boundOf, match, NOTHING, type Allowed } from '#planning/rules/matching'
import type { Placing } from '#planning/rules/placing'

/**
 * Level 4 on a small component: of all allocations that cost `cost` at levels 1 to 3, one that disturbs members on the fewest
 * half-days. Depth first on the visits; what an option costs above its dual, or a priced slot that nobody takes, leaves that much
 * less to the others.
 * Leaves `placing` on the best one found after `nodes` options at most.
 */
export function gather(placing: Placing, visits: readonly number[], alone: Allowed, cost: number, nodes: number): void {
  const { problem } = placing
  const free = match(problem, visits, alone)!
  const slack = cost - boundOf(free)
  const options = new Map(visits.map((visit) => [visit, reducedOptions(visit)]))
  let best = new Map(visits.map((visit) => [visit, placing.slotOf.get(visit) ?? NOTHING]))
  const halfDays = new HalfDays(problem)
  for (const [visit, slot] of best) halfDays.add(visit, slot)
  let least = halfDays.total
  for (const [visit, slot] of best) halfDays.remove(visit, slot)
  for (const visit of visits) placing.leave(visit)
  const order = visits.toSorted((one, other) => byMember(one, other) || options.get(one)!.length - options.get(other)!.length || one - other)
  const priced = [...free.prices].filter((price) => price > 0)
  const leastPrice = Math.min(...priced)
  let unused = { count: priced.length, sum: priced.reduce((total, price) => total + price, 0) }
  let left = nodes

  descend(0, slack)
  for (const visit of visits) placing.leave(visit)
  for (const [visit, slot] of best) placing.put(visit, slot)

  function descend(depth: number, room: number) {
    if (halfDays.total >= least || left < 0) return
    const idle = unused.count - (order.length - depth)
    if (idle > 0 && idle * leastPrice > room) return
    if (depth === order.length) {
      if (unused.sum > room) return
      least = halfDays.total
      best = new Map(placing.slotOf)
      return
    }
    const visit = order[depth]!
    const counts = halfDays.countsOf(visit)
    const opens = (slot: number) => Number(slot !== NOTHING && !counts.has(halfDays.of(slot)))
    for (const opened of [0, 1]) {
      for (const { slot, above } of options.get(visit)!) {
        if (opens(slot) !== opened || above > room || (slot !== NOTHING && (placing.holderOf.has(slot) || !placing.away.fits(visit, slot)))) continue
        if ((left -= 1) < 0) return
        const price = slot === NOTHING ? 0 : free.prices[slot]!
        const before = unused
        placing.put(visit, slot)
        halfDays.add(visit, slot)
        if (price > 0) unused = { count: unused.count - 1, sum: unused.sum - price }
        descend(depth + 1, room - above)
        unused = before
        halfDays.remove(visit, slot)
        placing.leave(visit)
      }
    }
  }

  function reducedOptions(visit: number) {
    const dual = free.duals.get(visit)!
    const { bins, costs } = problem.options(visit)
    const found = bins.flatMap(({ slots }, index) =>
      slots.filter((slot) => alone(visit, slot)).map((slot) => ({ slot, above: costs[index]! + free.prices[slot]! - dual }))
    )
    return [...found, { slot: NOTHING, above: problem.nothing[visit]! - dual }].filter(({ above }) => above <= slack)
  }

  function byMember(one: number, other: number) {
    const [first, second] = [problem.visits[one]!.memberId, problem.visits[other]!.memberId]
    return first < second ? -1 : first > second ? 1 : 0
  }
}
