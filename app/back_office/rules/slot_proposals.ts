import type { DateTime } from 'luxon'
import { addDays, daysBetween, parisDay, parisInstant, type Day } from '#shared/dates'
import { counted } from '#shared/wording'

/** Days ahead of which no slot is proposed: the employer must have the time to give it back (DOMAIN 8). */
export const NOTICE_DAYS = 3
/** Proposals shown at once. */
export const PROPOSALS = 5

export type FreeSlot = { id: string; startsAt: DateTime; minutes: number; centreId: string; centreName: string }
export type ProposalFacts = { centreId: string; wishFrom: Day | null; legalDeadline: Day | null }
export type Proposal<S extends FreeSlot> = { slot: S; reason: string }

/**
 * From when slots are proposed: the day that was wished, a notice ahead, unless the law's last day comes before the
 * notice has run.
 */
export function proposeFrom({ wishFrom, legalDeadline }: Omit<ProposalFacts, 'centreId'>, now: DateTime): DateTime {
  const today = parisDay(now)
  const urgent = legalDeadline !== null && legalDeadline >= today && legalDeadline <= addDays(today, NOTICE_DAYS)
  const soonest = urgent ? now : parisInstant(addDays(today, NOTICE_DAYS), '00:00')
  const wished = wishFrom ? parisInstant(wishFrom, '00:00') : soonest
  return wished > soonest ? wished : soonest
}

/**
 * The slots to propose, best first, each with its reason: those that meet the deadline, the member's own centre before the
 * others, then by day and hour. Of those that begin together in a centre only the shortest is proposed: it keeps the others for longer visits.
 */
export function proposeSlots<S extends FreeSlot>(slots: readonly S[], facts: ProposalFacts, count = PROPOSALS): Proposal<S>[] {
  const ranked = distinct(slots.toSorted((one, other) => compare(one, other, facts)))
  return ranked.slice(0, count).map((slot) => ({ slot, reason: reasonOf(slot, ranked[0]!, facts) }))
}

function compare(one: FreeSlot, other: FreeSlot, { centreId, legalDeadline }: ProposalFacts) {
  const late = (slot: FreeSlot) => Number(legalDeadline !== null && parisDay(slot.startsAt) > legalDeadline)
  const away = (slot: FreeSlot) => Number(slot.centreId !== centreId)
  return (
    late(one) - late(other) ||
    away(one) - away(other) ||
    +one.startsAt - +other.startsAt ||
    one.minutes - other.minutes
  )
}

function distinct<S extends FreeSlot>(ranked: readonly S[]): S[] {
  const moment = (slot: S) => `${slot.centreId} ${+slot.startsAt}`
  return ranked.filter((slot, rank) => ranked.findIndex((other) => moment(other) === moment(slot)) === rank)
}

function reasonOf(slot: FreeSlot, first: FreeSlot, facts: ProposalFacts) {
  return [order(slot, first) + place(slot, facts), deadline(slot, facts)].filter(Boolean).join(', ')
}

function order(slot: FreeSlot, first: FreeSlot) {
  if (slot === first) return 'Le premier créneau libre'
  const days = daysBetween(parisDay(first.startsAt), parisDay(slot.startsAt))
  if (days === 0) return 'Le même jour'
  return days > 0 ? `${counted(days, 'jour')} plus tard` : `${counted(-days, 'jour')} plus tôt`
}

function place({ centreId, centreName }: FreeSlot, facts: ProposalFacts) {
  const where = ` au ${centreName.replace(/^Centre\b/, 'centre')}`
  return centreId === facts.centreId ? where : `${where}, qui n'est pas celui de l'adhérent`
}

function deadline({ startsAt }: FreeSlot, { legalDeadline }: ProposalFacts) {
  if (legalDeadline === null) return ''
  const days = daysBetween(parisDay(startsAt), legalDeadline)
  if (days === 0) return 'le jour de la date limite'
  return days > 0 ? `${counted(days, 'jour')} avant la date limite` : `${counted(-days, 'jour')} après la date limite`
}
