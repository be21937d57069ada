import { addDays } from '#shared/dates'
import type { Campaign, HalfDay } from '#planning/rules/facts'

export type Between = (low: number, high: number) => number
export const TODAY = '2026-11-24'
const HOUR = 3_600_000

/** A small campaign that lacks slots, shares doctors, is often closed and seldom lets many people away. */
export function smallCampaign(between: Between, size: { visits: number; slots: number } = { visits: between(1, 9), slots: between(2, 14) }): Campaign {
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)]!
  const chance = (percent: number) => between(1, 100) <= percent
  const some = (low: number, high: number) => addDays(TODAY, between(low, high))
  const memberIds = ['m1', 'm2', 'm3'].slice(0, between(1, 3))
  const practitioners = [{ id: 'd1', kind: 'doctor' }, { id: 'd2', kind: 'doctor' }, { id: 'n1', kind: 'nurse' }].slice(between(0, 1))
  const halfDays: HalfDay[] = ['1-am', '2-pm', '3-am', '4-pm', '5-am']
  const visits = Array.from({ length: size.visits }, (_, index) => {
    const doctors = chance(30) ? [{ practitionerId: 'd2', during: chance(20) ? { from: some(0, 3), to: some(3, 9) } : null }] : null
    return {
      id: `v${index}`,
      personId: chance(15) ? 'p0' : `p${index}`,
      memberId: pick(memberIds),
      siteId: chance(40) ? 's1' : null,
      heldBy: doctors || chance(30) ? ['doctor'] : ['doctor', 'nurse'],
      doctors,
      minutes: pick([20, 30, 40]),
      legalDeadline: chance(80) ? some(-4, 12) : null,
      doctorDeadline: chance(25) ? some(0, 9) : null,
      wish: chance(40) ? { from: some(0, 5), to: chance(60) ? some(5, 9) : null } : null,
      stoppages: chance(15) ? [{ from: some(0, 4), to: some(4, 7) }] : [],
    }
  })
  const slots = Array.from({ length: size.slots }, (_, index) => {
    const { id, kind } = pick(practitioners)
    const startsAt = Date.parse(`${some(0, 10)}T08:00:00Z`) + between(0, 14) * (HOUR / 2) / (chance(50) ? 1 : 2)
    return { id: `c${String(index).padStart(2, '0')}`, practitionerId: id, practitionerKind: kind, centreId: pick(['x', 'y']), startsAt, minutes: pick([20, 30, 40]) }
  })
  const preferences = () => ({
    noticeDays: between(0, 3),
    mostAway: chance(60) ? between(1, 2) : null,
    closed: chance(30) ? [{ from: some(2, 4), to: some(4, 6) }] : [],
    halfDays: halfDays.filter(() => chance(40)),
    centreIds: chance(50) ? [pick(['x', 'y'])] : [],
  })
  const absence = () => {
    const from = Date.parse(`${some(0, 9)}T09:00:00Z`)
    return { personId: chance(50) ? 'p0' : 'p99', memberId: pick(memberIds), siteId: null, from, to: from + HOUR }
  }
  return {
    today: TODAY,
    until: addDays(TODAY, 10),
    visits,
    slots: denser(slots, between),
    members: Object.fromEntries(memberIds.map((id) => [id, preferences()])),
    sites: chance(50) ? { s1: { mostAway: 1, closed: [] } } : {},
    absences: chance(30) ? [absence()] : [],
  }
}

/** One that is too large to be searched whole. */
export const largerCampaign = (between: Between) => smallCampaign(between, { visits: between(60, 80), slots: between(60, 100) })

/** Half of the campaigns have all their slots on two days, where people are away at once. */
function denser(slots: Campaign['slots'], between: Between): Campaign['slots'] {
  if (between(0, 1) === 0) return slots
  const days = [between(2, 9), between(2, 9)]
  return slots.map((slot, index) => ({ ...slot, startsAt: Date.parse(`${addDays(TODAY, days[index % 2]!)}T08:00:00Z`) + (index % 5) * (HOUR / 3) }))
}
