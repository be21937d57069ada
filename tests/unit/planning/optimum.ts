import * as module from 'highs'
import { beyondDays, brokenWishes, costOfNothing, lateDays, suitsOf, termsOf, type Cost } from '#planning/rules/allocation_cost'
import { datedSlots, hardRules } from '#planning/rules/eligibility'
import type { Campaign } from '#planning/rules/facts'

// Its types describe a default export that Node reads otherwise.
const highs = await (module.default as unknown as () => Promise<import('highs').LegacyHighs>)()
const MINUTE = 60_000
type Choice = { name: string; visit: number; slot: number; cost: number[]; from: number; to: number }

/** The optimum by HiGHS, level after level, each held at its value in those that follow. */
export function optimumOf(campaign: Campaign): Cost {
  const slots = datedSlots(campaign)
  const choices: Choice[] = campaign.visits.flatMap((visit, index) => {
    const terms = termsOf(visit, campaign.today)
    const suits = suitsOf(campaign.members[visit.memberId]!)
    const rules = hardRules(visit, campaign)
    const nothing = costOfNothing(terms, campaign)
    const own = slots.flatMap((slot, number) => {
      if (!rules.every(({ holds }) => holds(slot))) return []
      const cost = [lateDays(terms, slot.ahead), beyondDays(terms, slot.ahead), brokenWishes(suits, slot.halfDay, slot.centreId), 0]
      return [{ name: `x${index}_${number}`, visit: index, slot: number, cost, from: slot.startsAt, to: slot.startsAt + visit.minutes * MINUTE }]
    })
    return [...own, { name: `x${index}_none`, visit: index, slot: -1, cost: [nothing.lateDays, nothing.beyondDays, 0, 0], from: Number.NaN, to: Number.NaN }]
  })
  const rows: string[] = []
  const sum = (some: Choice[]) => some.map(({ name }) => name).join(' + ')
  campaign.visits.forEach((_, index) => rows.push(`${sum(choices.filter(({ visit }) => visit === index))} = 1`))
  slots.forEach((_, number) => atMost(choices.filter(({ slot }) => slot === number), 1))
  crowds(campaign).forEach(({ of, most, fixed }) => {
    const members = choices.filter(({ visit, slot }) => slot >= 0 && of(campaign.visits[visit]!))
    for (const at of new Set([...members.map(({ from }) => from), ...fixed.map(({ from }) => from)])) {
      const there = fixed.filter(({ from, to }) => from <= at && at < to).length
      atMost(members.filter(({ from, to }) => from <= at && at < to), Math.max(0, most - there))
    }
  })
  const halves = new Map<string, string>()
  for (const choice of choices.filter(({ slot }) => slot >= 0)) {
    const { ahead, halfDay } = slots[choice.slot]!
    const key = `${campaign.visits[choice.visit]!.memberId} ${ahead} ${halfDay}`
    if (!halves.has(key)) halves.set(key, `h${halves.size}`)
    rows.push(`${halves.get(key)} - ${choice.name} >= 0`)
  }
  const names = [...choices.map(({ name }) => name), ...halves.values()]
  const values = [0, 1, 2, 3].map((level) => {
    const terms = level === 3 ? [...halves.values()].map((name) => `1 ${name}`) : choices.filter(({ cost }) => cost[level]! > 0).map(({ cost, name }) => `${cost[level]} ${name}`)
    if (terms.length === 0) return 0
    const solved = highs.solve(`Minimize\n obj: ${terms.join(' + ')}\nSubject To\n${rows.map((row, index) => ` r${index}: ${row}`).join('\n')}\nBinary\n ${names.join('\n ')}\nEnd\n`, { mip_rel_gap: 0, mip_abs_gap: 0.5 })
    if (solved.Status !== 'Optimal') throw new Error(`HiGHS: ${solved.Status}`)
    const value = Math.round(solved.ObjectiveValue)
    rows.push(`${terms.join(' + ')} <= ${value}`)
    return value
  })
  return { lateDays: values[0]!, beyondDays: values[1]!, broken: values[2]!, halfDays: values[3]! }

  function atMost(some: Choice[], most: number) {
    if (some.length > most) rows.push(`${sum(some)} <= ${most}`)
  }
}

type Of = Pick<Campaign['visits'][number], 'personId' | 'memberId' | 'siteId'>

/** Whom a limit counts, how many may be away, and who already is: written again, apart from the rule that is tested. */
export function crowds({ visits, members, sites, absences }: Campaign) {
  const limits: { of: (one: Of) => boolean; most: number | null }[] = [
    ...[...new Set(visits.map(({ personId }) => personId))].map((id) => ({ of: (one: Of) => one.personId === id, most: 1 })),
    ...Object.entries(members).map(([id, { mostAway }]) => ({ of: (one: Of) => one.memberId === id, most: mostAway })),
    ...Object.entries(sites).map(([id, { mostAway }]) => ({ of: (one: Of) => one.siteId === id, most: mostAway })),
  ]
  return limits.flatMap(({ of, most }) => (most === null ? [] : [{ of, most, fixed: absences.filter(of) }]))
}

