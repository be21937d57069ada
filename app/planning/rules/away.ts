import { NOTHING } from '#planning/rules/matching'
import type { Problem } from '#planning/rules/allocation_problem'

/** People of whom at most `most` may be away at once: a member's, a site's; of a person, one. */
export type Crowd = { most: number; fixed: Stay[]; visits: number[] }
/** UTC milliseconds, the end excluded. */
export type Stay = { from: number; to: number }

const MINUTE = 60_000

export function stayOf({ visits, slots }: Problem, visit: number, slot: number): Stay {
  const from = slots[slot]!.startsAt
  return { from, to: from + visits[visit]!.minutes * MINUTE }
}

/** The crowds of a campaign, and those of each visit. */
export function crowdsOf({ visits, campaign }: Problem): { all: Crowd[]; of: Crowd[][] } {
  const crowds = new Map<string, Crowd>()
  const of = visits.map((visit, index) => {
    const site = visit.siteId === null ? null : (campaign.sites[visit.siteId]?.mostAway ?? null)
    const limits = [[`person ${visit.personId}`, 1], [`site ${visit.siteId}`, site], [`member ${visit.memberId}`, campaign.members[visit.memberId]!.mostAway]] as const
    return limits.flatMap(([name, most]) => {
      if (most === null) return []
      if (!crowds.has(name)) crowds.set(name, { most, fixed: [], visits: [] })
      crowds.get(name)!.visits.push(index)
      return [crowds.get(name)!]
    })
  })
  for (const { personId, memberId, siteId, from, to } of campaign.absences) {
    for (const name of [`person ${personId}`, `site ${siteId}`, `member ${memberId}`]) crowds.get(name)?.fixed.push({ from, to })
  }
  return { all: [...crowds.values()], of }
}

const covers = ({ from, to }: Stay, at: number) => from <= at && at < to

/** Who is away when, as visits get their slots. */
export class Away {
  #stays = new Map<Crowd, Map<number, Stay>>()
  #problem: Problem
  #crowds: Crowd[][]

  constructor(problem: Problem, { of }: { of: Crowd[][] }) {
    this.#problem = problem
    this.#crowds = of
  }

  put(visit: number, slot: number) {
    if (slot === NOTHING) return
    const stay = stayOf(this.#problem, visit, slot)
    for (const crowd of this.#crowds[visit]!) {
      if (!this.#stays.has(crowd)) this.#stays.set(crowd, new Map())
      this.#stays.get(crowd)!.set(visit, stay)
    }
  }

  remove(visit: number) {
    for (const crowd of this.#crowds[visit]!) this.#stays.get(crowd)?.delete(visit)
  }

  /** Whether nobody is one too many if this visit, not put yet, takes this slot. */
  fits(visit: number, slot: number): boolean {
    const stay = stayOf(this.#problem, visit, slot)
    return this.#crowds[visit]!.every((crowd) => {
      const others = [...(this.#stays.get(crowd)?.values() ?? []), ...crowd.fixed].filter(({ from, to }) => from < stay.to && stay.from < to)
      if (others.length < crowd.most) return true
      const moments = [stay.from, ...others.map(({ from }) => from).filter((from) => from > stay.from)]
      return moments.every((at) => others.filter((other) => covers(other, at)).length < crowd.most)
    })
  }
}

/** One moment at which a crowd has somebody too many. `room` is how many of its visits may be away then. */
export type Excess = { crowd: Crowd; at: number; room: number; visits: number[] }

export function findExcess(problem: Problem, crowds: readonly Crowd[], slotOf: ReadonlyMap<number, number>): Excess | null {
  for (const crowd of crowds) {
    const stays = crowd.visits.flatMap((visit) => {
      const slot = slotOf.get(visit) ?? NOTHING
      return slot === NOTHING ? [] : [{ visit, stay: stayOf(problem, visit, slot) }]
    })
    if (stays.length + crowd.fixed.length <= crowd.most) continue
    const moments = [...stays.map(({ stay }) => stay.from), ...crowd.fixed.map(({ from }) => from)]
    for (const at of moments) {
      const there = stays.filter(({ stay }) => covers(stay, at))
      const room = Math.max(0, crowd.most - crowd.fixed.filter((stay) => covers(stay, at)).length)
      if (there.length > room) return { crowd, at, room, visits: there.map(({ visit }) => visit) }
    }
  }
  return null
}
