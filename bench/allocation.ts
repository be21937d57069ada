import { allocate } from '#planning/rules/allocate'
import type { Campaign } from '#planning/rules/facts'
import { addDays } from '#shared/dates'
import { seeded } from '#tests/unit/seeded'
import type { Bench } from './measure.js'

const VISITS = 10_000
const SLOTS = 20_000
const MEMBERS = 800
const TODAY = '2026-11-24'
const DAYS = 180
const LIMIT_MS = 10_000
const HALF_HOUR = 1_800_000

/** A night's campaign over all members, once with room for everybody and once where the near weeks lack slots. */
const bench: Bench = async () => {
  for (const [name, earliest] of [['with room', 10], ['short of near slots', -60]] as const) {
    const campaign = largeCampaign(earliest)
    // The time of the core, not of the clock: others may share the machine.
    const start = process.cpuUsage()
    const { cost, propositions, proven } = allocate(campaign)
    const spent = process.cpuUsage(start).user / 1_000
    const placed = propositions.filter(({ slotId }) => slotId !== null).length
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
    console.log(`  ${VISITS} visits, ${SLOTS} slots, ${name}: ${spent.toFixed(0)} ms of a core, ${memory} MB, ${placed} placed, ${JSON.stringify(cost)}${proven ? ', proven' : ''}`)
    if (spent > LIMIT_MS) throw new Error(`allocation ${name}: ${spent.toFixed(0)} ms, over ${LIMIT_MS} ms`)
  }
}

function largeCampaign(earliest: number): Campaign {
  const random = seeded(7)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const members = Array.from({ length: MEMBERS }, (_, index) => [`m${index}`, {
    noticeDays: between(3, 15),
    mostAway: between(1, 3) > 1 ? between(1, 4) : null,
    closed: between(1, 4) === 1 ? [{ from: addDays(TODAY, 28), to: addDays(TODAY, 40) }] : [],
    halfDays: between(1, 3) === 1 ? (['2-am', '2-pm', '4-am'] as const) : [],
    centreIds: [`x${index % 8}`],
  }] as const)
  return {
    today: TODAY,
    until: addDays(TODAY, DAYS),
    members: Object.fromEntries(members),
    sites: {},
    absences: [],
    visits: Array.from({ length: VISITS }, (_, index) => {
      // Half of the people are in a tenth of the members.
      const member = between(0, 1) ? between(0, MEMBERS / 10 - 1) : between(0, MEMBERS - 1)
      const doctor = between(1, 5) === 1
      return {
        id: `v${String(index).padStart(5, '0')}`,
        personId: `p${index}`,
        memberId: `m${member}`,
        siteId: null,
        heldBy: doctor ? ['doctor'] : ['doctor', 'nurse'],
        doctors: doctor ? [{ practitionerId: `d${member % 10}`, during: null }] : null,
        minutes: doctor ? 30 : 20,
        legalDeadline: addDays(TODAY, between(earliest, DAYS)),
        doctorDeadline: null,
        wish: null,
        stoppages: [],
      }
    }),
    slots: Array.from({ length: SLOTS }, (_, index) => {
      const practitioner = index % 20
      const turn = Math.floor(index / 20)
      // Each practitioner has eight slots a day, five days a week: 1,000 slots over half a year.
      const workday = Math.floor(turn / 8)
      const day = addDays('2026-11-23', Math.floor(workday / 5) * 7 + (workday % 5))
      return {
        id: `c${String(index).padStart(5, '0')}`,
        practitionerId: practitioner < 10 ? `d${practitioner}` : `n${practitioner}`,
        practitionerKind: practitioner < 10 ? 'doctor' : 'nurse',
        centreId: `x${practitioner % 8}`,
        startsAt: Date.parse(`${day}T08:00:00Z`) + (turn % 8) * HALF_HOUR + (turn % 8 > 3 ? 2 * HALF_HOUR : 0),
        minutes: 30,
      }
    }),
  }
}

export default bench
