import { findExcess, stayOf, type Crowd, type Excess } from '#planning/rules/away'
import { boundOf, match, NOTHING, type Allowed } from '#planning/rules/matching'
import type { Problem } from '#planning/rules/allocation_problem'

/** What was decided of a visit on the way to a node: it is away at this moment, or it is not. */
type Decision = { at: number; away: boolean }
type Decisions = ReadonlyMap<number, readonly Decision[]>
export type Found = { slotOf: Map<number, number>; cost: number; proven: boolean }

/**
 * Branch and bound on the moments at which somebody is too many: either one of those people is not away then, or the
 * first of them fill the room and nobody else is. The matching without the limit bounds each node.
 * Starts from an allocation that breaks nothing; looks at `nodes` of them at most.
 */
export function branch(problem: Problem, visits: readonly number[], crowds: readonly Crowd[], alone: Allowed, start: Found, nodes: number): Found {
  const best = start
  let left = nodes
  const solve = (decisions: Decisions) => {
    left -= 1
    const matching = match(problem, visits, (visit, slot) => obeys(problem, decisions, visit, slot) && (slot === NOTHING || alone(visit, slot)))
    return matching && { matching, bound: boundOf(matching), decisions }
  }
  const visit = (node: NonNullable<ReturnType<typeof solve>>): void => {
    if (node.bound >= best.cost) return
    const excess = findExcess(problem, crowds, node.matching.slotOf)
    if (excess === null) {
      Object.assign(best, { slotOf: node.matching.slotOf, cost: node.bound })
      return
    }
    const children = childrenOf(node.decisions, excess).flatMap((decisions) => {
      const child = left > 0 ? solve(decisions) : null
      return child ? [child] : []
    })
    for (const child of children.sort((one, other) => one.bound - other.bound)) visit(child)
  }
  const root = solve(new Map())
  if (root) visit(root)
  best.proven = left > 0
  return best
}

function obeys(problem: Problem, decisions: Decisions, visit: number, slot: number) {
  const made = decisions.get(visit)
  if (made === undefined) return true
  if (slot === NOTHING) return made.every(({ away }) => !away)
  const { from, to } = stayOf(problem, visit, slot)
  return made.every(({ at, away }) => away === (from <= at && at < to))
}

function childrenOf(decisions: Decisions, { crowd, at, room, visits }: Excess): Decisions[] {
  const filling = visits.slice(0, room)
  const others = crowd.visits.filter((visit) => !filling.includes(visit))
  const oneLeaves = filling.map((one, index) => decided(decisions, at, filling.slice(0, index), [one]))
  return [...oneLeaves, decided(decisions, at, filling, others)]
}

function decided(decisions: Decisions, at: number, away: readonly number[], present: readonly number[]): Decisions {
  const all = new Map(decisions)
  const add = (visit: number, decision: Decision) => all.set(visit, [...(all.get(visit) ?? []), decision])
  for (const visit of away) add(visit, { at, away: true })
  for (const visit of present) add(visit, { at, away: false })
  return all
}
