import { beyondDays, brokenWishes, costOfNothing, lateDays, suitsOf, type Cost } from '#planning/rules/allocation_cost'
import { explainNothing, explainSlot } from '#planning/rules/allocation_words'
import { problemOf, type Problem } from '#planning/rules/allocation_problem'
import { Away, crowdsOf, type Crowd } from '#planning/rules/away'
import { branch } from '#planning/rules/branching'
import { componentsOf } from '#planning/rules/components'
import type { Campaign } from '#planning/rules/facts'
import { gather } from '#planning/rules/gathering'
import { HalfDays } from '#planning/rules/half_days'
import { match, NOTHING, type Allowed } from '#planning/rules/matching'
import { regroup } from '#planning/rules/regrouping'
import { repair } from '#planning/rules/repair'

/** `because` is French, for the planner and the employer: why this slot, or why none. */
export type Proposition = { visitId: string; slotId: string | null; because: string }
/** `proven`: no allocation costs less at levels 1 to 3. */
export type Allocation = { propositions: Proposition[]; cost: Cost; proven: boolean }

/** Visits of a component that is searched whole rather than improved step by step. */
const SMALL = 40
const NODES = 3_000
const GATHERED = 400_000

/**
 * Proposes a slot for each visit of a campaign. The hard rules (facts.ts, eligibility.ts, away.ts) hold in whatever comes
 * out; of what they allow, the least cost (allocation_cost.ts). The order of the facts does not count.
 */
export function allocate(campaign: Campaign): Allocation {
  const problem = problemOf(campaign)
  const crowds = crowdsOf(problem)
  const empty = new Away(problem, crowds)
  const besideOthers = crowds.of.map((own) => own.some(({ most, fixed }) => most < 1 || fixed.length > 0))
  const alone: Allowed = (visit, slot) => slot === NOTHING || !besideOthers[visit] || empty.fits(visit, slot)
  const slotOf = new Map<number, number>()
  let proven = true
  for (const visits of componentsOf(problem)) {
    const found = allocateComponent(problem, visits, crowds, alone)
    for (const [visit, slot] of found.slotOf) slotOf.set(visit, slot)
    proven &&= found.proven
  }
  return { propositions: propositionsOf(problem, slotOf), cost: costOf(problem, slotOf), proven }
}

function allocateComponent(problem: Problem, visits: number[], crowds: { all: Crowd[]; of: Crowd[][] }, alone: Allowed) {
  const urgentFirst = visits.toSorted((one, other) => problem.terms[one]!.deadline - problem.terms[other]!.deadline || one - other)
  const matched = match(problem, urgentFirst, alone)!
  const placing = repair(problem, crowds, alone, matched.slotOf)
  const cost = visits.reduce((sum, visit) => sum + placing.costOf(visit), 0)
  if (visits.length > SMALL) {
    const proven = urgentFirst.every((visit) => placing.slotOf.get(visit) === matched.slotOf.get(visit)) && matched.proven
    regroup(placing, urgentFirst, alone)
    return { slotOf: placing.slotOf, proven }
  }
  const own = new Set(visits)
  const found = branch(problem, urgentFirst, crowds.all.filter((crowd) => own.has(crowd.visits[0]!)), alone, { slotOf: new Map(placing.slotOf), cost, proven: false }, NODES)
  for (const visit of visits) placing.leave(visit)
  for (const [visit, slot] of found.slotOf) placing.put(visit, slot)
  gather(placing, urgentFirst, alone, found.cost, GATHERED)
  return { slotOf: placing.slotOf, proven: found.proven }
}

function propositionsOf(problem: Problem, slotOf: ReadonlyMap<number, number>): Proposition[] {
  return problem.visits.map((visit, index) => {
    const slot = slotOf.get(index)!
    if (slot === NOTHING) return { visitId: visit.id, slotId: null, because: explainNothing(problem, index) }
    return { visitId: visit.id, slotId: problem.slots[slot]!.id, because: explainSlot(problem, index, slot) }
  })
}

function costOf(problem: Problem, slotOf: ReadonlyMap<number, number>): Cost {
  const total = { lateDays: 0, beyondDays: 0, broken: 0 }
  const halfDays = new HalfDays(problem)
  for (const [index, number] of slotOf) {
    const terms = problem.terms[index]!
    if (number === NOTHING) {
      const nothing = costOfNothing(terms, problem.campaign)
      total.lateDays += nothing.lateDays
      total.beyondDays += nothing.beyondDays
      continue
    }
    const slot = problem.slots[number]!
    total.lateDays += lateDays(terms, slot.ahead)
    total.beyondDays += beyondDays(terms, slot.ahead)
    total.broken += brokenWishes(suitsOf(problem.campaign.members[problem.visits[index]!.memberId]!), slot.halfDay, slot.centreId)
    halfDays.add(index, number)
  }
  return { ...total, halfDays: halfDays.total }
}
