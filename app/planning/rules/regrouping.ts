import { HalfDays } from '#planning/rules/half_days'
import { NOTHING, type Allowed } from '#planning/rules/matching'
import type { Placing } from '#planning/rules/placing'

/** Level 4 on a large component: empties a member's half-days into their others, at no cost at levels 1 to 3, while it can. */
export function regroup(placing: Placing, visits: readonly number[], alone: Allowed): void {
  const { problem } = placing
  const halfDays = new HalfDays(problem)
  for (const visit of visits) halfDays.add(visit, placing.slotOf.get(visit)!)
  for (const own of membersOf().values()) emptyHalfDays(own)

  function membersOf() {
    const lists = new Map<string, number[]>()
    for (const visit of visits) {
      if (placing.slotOf.get(visit) === NOTHING) continue
      const { memberId } = problem.visits[visit]!
      if (!lists.has(memberId)) lists.set(memberId, [])
      lists.get(memberId)!.push(visit)
    }
    return lists
  }

  function emptyHalfDays(own: number[]) {
    if (own.length < 2) return
    const counts = halfDays.countsOf(own[0]!)
    const smallestFirst = [...counts].sort((one, other) => one[1] - other[1] || other[0] - one[0])
    for (const [halfDay] of smallestFirst) {
      if (!counts.has(halfDay)) continue
      const moved = own.filter((visit) => halfDays.of(placing.slotOf.get(visit)!) === halfDay)
      const before = moved.map((visit) => placing.slotOf.get(visit)!)
      if (!moved.every((visit) => moveInto(visit, halfDay))) moved.forEach((visit, index) => take(visit, before[index]!))
    }
  }

  function moveInto(visit: number, from: number): boolean {
    const stood = placing.slotOf.get(visit)!
    const cost = placing.costOf(visit)
    const counts = halfDays.countsOf(visit)
    placing.leave(visit)
    const { bins, costs } = problem.options(visit)
    for (let index = 0; index < bins.length && costs[index]! <= cost; index += 1) {
      const { ahead, halfDay, slots } = bins[index]!
      const number = ahead * 2 + (halfDay % 2)
      if (costs[index] !== cost || number === from || !counts.has(number)) continue
      const slot = slots.find((one) => !placing.holderOf.has(one) && alone(visit, one) && placing.away.fits(visit, one))
      if (slot === undefined) continue
      placing.put(visit, stood)
      take(visit, slot)
      return true
    }
    placing.put(visit, stood)
    return false
  }

  function take(visit: number, slot: number) {
    halfDays.remove(visit, placing.slotOf.get(visit)!)
    placing.put(visit, slot)
    halfDays.add(visit, slot)
  }
}
