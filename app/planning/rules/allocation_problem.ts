import { daysBetween } from '#shared/dates'
import { beyondDays, brokenWishes, costOfNothing, lateDays, packing, suitsOf, termsOf, type Terms } from '#planning/rules/allocation_cost'
import { classOf, datedSlots, hardRules, type DatedSlot } from '#planning/rules/eligibility'
import type { Campaign, DueVisit } from '#planning/rules/facts'

/** Slots of one half-day in one centre: they cost a visit the same. `slots` are numbers of slots. */
export type Bin = { ahead: number; halfDay: number; centreId: string; slots: number[] }
export type Options = { bins: Bin[]; costs: Float64Array }

/** A campaign in numbers: visits in the order of their ids, slots in the order of time; costs are packed, levels 1 to 3. */
export type Problem = {
  campaign: Campaign
  visits: DueVisit[]
  slots: DatedSlot[]
  terms: Terms[]
  /** What getting nothing costs, by visit. */
  nothing: number[]
  /** Bins in the order of their costs, by visit; hard rules between one visit and one slot hold in all. */
  options(visit: number): Options
  cost(visit: number, slot: number): number
  /** Visits that may meet in a slot have one number in common. */
  classes: { of: number[]; bins: Bin[][] }
}

export function problemOf(campaign: Campaign): Problem {
  const visits = campaign.visits.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const slots = datedSlots(campaign)
  const classes = classesOf(campaign, visits, slots)
  const terms = visits.map((visit) => termsOf(visit, campaign.today))
  const suits = Object.fromEntries(Object.entries(campaign.members).map(([id, preferences]) => [id, suitsOf(preferences)]))
  const last = daysBetween(campaign.today, campaign.until)
  const least = terms.map((term) => leastOf(term, last))
  const none = terms.map((term) => costOfNothing(term, campaign))
  const pack = packing(visits.length, Math.max(1, ...none.map((nothing, index) => nothing.beyondDays - least[index]!.beyond)))
  const costIn = (visit: number, { ahead, halfDay, centreId }: Pick<Bin, 'ahead' | 'halfDay' | 'centreId'>) => {
    const { late, beyond } = least[visit]!
    const wishes = brokenWishes(suits[visits[visit]!.memberId]!, halfDay, centreId)
    return pack(lateDays(terms[visit]!, ahead) - late, beyondDays(terms[visit]!, ahead) - beyond, wishes)
  }
  const known: Options[] = []
  return {
    campaign, visits, slots, terms, classes,
    nothing: none.map((one, index) => pack(one.lateDays - least[index]!.late, one.beyondDays - least[index]!.beyond, 0)),
    cost: (visit, slot) => costIn(visit, slots[slot]!),
    options: (visit) => (known[visit] ??= optionsOf(visits[visit]!, classes.bins[classes.of[visit]!]!, slots, (bin) => costIn(visit, bin))),
  }
}

// What a visit costs on the best of days is the same in all allocations: left out, so that sums stay small.
function leastOf(terms: Terms, last: number) {
  let beyond = Infinity
  for (let day = 0; day <= last && beyond > 0; day += 1) beyond = Math.min(beyond, beyondDays(terms, day))
  return { late: lateDays(terms, 0), beyond }
}

function classesOf(campaign: Campaign, visits: DueVisit[], slots: DatedSlot[]) {
  const numbers = new Map<string, number>()
  const alike = alikeOf(slots)
  const bins: Bin[][] = []
  const of = visits.map((visit) => {
    const name = classOf(visit, campaign)
    const number = numbers.get(name) ?? numbers.size
    if (number === numbers.size) {
      numbers.set(name, number)
      const rules = hardRules({ ...visit, stoppages: [] }, campaign)
      bins.push(binsOf(alike, (slot) => rules.every(({ holds }) => holds(slot))))
    }
    return number
  })
  return { of, bins }
}

type Alike = { place: string; first: DatedSlot; slots: number[] }

// Slots of one practitioner, half-day, centre and length: no rule tells them apart, so it is asked once.
function alikeOf(slots: DatedSlot[]): Alike[] {
  const found = new Map<string, Alike>()
  slots.forEach((slot, index) => {
    const place = `${slot.day} ${slot.halfDay} ${slot.centreId}`
    const name = `${place} ${slot.practitionerId} ${slot.practitionerKind} ${slot.minutes}`
    if (!found.has(name)) found.set(name, { place, first: slot, slots: [] })
    found.get(name)!.slots.push(index)
  })
  return [...found.values()]
}

function binsOf(alike: Alike[], kept: (slot: DatedSlot) => boolean): Bin[] {
  const bins = new Map<string, Bin>()
  for (const { place, first, slots } of alike) {
    if (!kept(first)) continue
    const bin = bins.get(place)
    if (bin) bin.slots = [...bin.slots, ...slots]
    else bins.set(place, { ahead: first.ahead, halfDay: first.halfDay, centreId: first.centreId, slots })
  }
  return [...bins.values()]
}

// Among equals each member begins elsewhere: their people meet on the same half-days, and members seldom contend.
function optionsOf(visit: DueVisit, bins: Bin[], slots: DatedSlot[], costOf: (bin: Bin) => number): Options {
  const free = bins.filter((bin) => {
    const { day } = slots[bin.slots[0]!]!
    return !visit.stoppages.some(({ from, to }) => from <= day && day <= to)
  })
  const first = free.length > 0 ? scatter(visit.memberId) % free.length : 0
  const costs = Float64Array.from(free, costOf)
  const order = free.map((_, rank) => (rank + first) % free.length)
  order.sort((one, other) => costs[one]! - costs[other]!)
  return { bins: order.map((index) => free[index]!), costs: Float64Array.from(order, (index) => costs[index]!) }
}

const scatter = (text: string) => [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7)
