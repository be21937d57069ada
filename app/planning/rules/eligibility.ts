import { daysBetween, type Day } from '#shared/dates'
import type { Campaign, DueVisit, OpenSlot, Period } from '#planning/rules/facts'

/** A slot with the day it is on, in Paris, as text, as days from today, and as the half-day of its week (0 to 13). */
export type DatedSlot = OpenSlot & { day: Day; ahead: number; halfDay: number }

const within = (day: Day, periods: readonly Period[]) => periods.some(({ from, to }) => from <= day && day <= to)

/** The hard rules between one visit and one slot, each with what is said when it leaves nothing; the order is that of the explanation. */
export function hardRules(visit: DueVisit, { until, members, sites }: Campaign) {
  const { noticeDays, closed } = members[visit.memberId]!
  const siteClosed = (visit.siteId !== null && sites[visit.siteId]?.closed) || []
  const notice = `aucun créneau au-delà du préavis de ${noticeDays}\u00a0${noticeDays > 1 ? 'jours' : 'jour'}`
  return [
    { holds: ({ ahead, day }: DatedSlot) => ahead >= 0 && day <= until, otherwise: 'aucun créneau ouvert sur la période' },
    { holds: (slot: DatedSlot) => visit.heldBy.includes(slot.practitionerKind), otherwise: 'aucun créneau du type de professionnel requis' },
    { holds: (slot: DatedSlot) => mayHold(visit, slot), otherwise: "aucun créneau du médecin de l'équipe de suivi ni de son remplaçant" },
    { holds: (slot: DatedSlot) => slot.minutes >= visit.minutes, otherwise: `aucun créneau d'au moins ${visit.minutes}\u00a0minutes` },
    { holds: (slot: DatedSlot) => slot.ahead >= noticeDays, otherwise: notice },
    { holds: ({ day }: DatedSlot) => !within(day, closed) && !within(day, siteClosed), otherwise: 'tous les créneaux possibles tombent en période de fermeture' },
    { holds: ({ day }: DatedSlot) => !within(day, visit.stoppages), otherwise: "tous les créneaux possibles tombent pendant l'arrêt de travail" },
  ]
}

function mayHold({ doctors }: DueVisit, { practitionerId, day }: DatedSlot) {
  return doctors === null || doctors.some((doctor) => doctor.practitionerId === practitionerId && (doctor.during === null || within(day, [doctor.during])))
}

/** What visits share that have the same slots, stoppages left aside. */
export function classOf({ heldBy, doctors, minutes, memberId, siteId }: DueVisit, { members, sites }: Campaign) {
  const { noticeDays, closed } = members[memberId]!
  return JSON.stringify([heldBy.toSorted(), doctors, minutes, noticeDays, closed, (siteId !== null && sites[siteId]?.closed) || []])
}

const HOUR_AND_WEEKDAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' })

/** The slots in the order of their instants, then of their ids. */
export function datedSlots({ slots, today }: Pick<Campaign, 'slots' | 'today'>): DatedSlot[] {
  return slots.toSorted((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1)).map((slot) => {
    const parts = Object.fromEntries(HOUR_AND_WEEKDAY.formatToParts(slot.startsAt).map(({ type, value }) => [type, value]))
    const day = `${parts.year}-${parts.month}-${parts.day}`
    const ahead = daysBetween(today, day)
    const weekday = (((daysBetween('2024-01-01', day) % 7) + 7) % 7) // 1 January 2024 was a Monday.
    return { ...slot, day, ahead, halfDay: weekday * 2 + Number(Number(parts.hour) >= 12) }
  })
}
