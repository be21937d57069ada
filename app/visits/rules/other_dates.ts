import type { DateTime } from 'luxon'
import { addDays, daysBetween, parisDay, parisInstant, type Day } from '#shared/dates'
import { counted } from '#shared/wording'

/** Other dates shown at once. */
export const OTHER_DATES = 5
/** Days ahead of which no other date is proposed: whoever is convoked must have the time to read it. */
export const OTHER_DATE_NOTICE_DAYS = 3

export type OtherSlot = { id: string; startsAt: DateTime; minutes: number; centreId: string; centreName: string }
export type OtherDateFacts = {
  /** When the visit is now. */
  startsAt: DateTime
  /** The centre of the member's care team. */
  centreId: string
  /** Until when the law wants the visit, null when it sets no date. */
  deadline: Day | null
  /** The first day that the law allows: a return visit is not held before the return (R4624-31). */
  from: Day | null
}
export type OtherDate<S extends OtherSlot> = { slot: S; reason: string; late: boolean }

/** From when other dates are proposed: a notice ahead, unless the law's last day comes before it has run; never before the first lawful day. */
export function otherDatesFrom({ deadline, from }: Pick<OtherDateFacts, 'deadline' | 'from'>, now: DateTime): DateTime {
  const today = parisDay(now)
  const notice = addDays(today, OTHER_DATE_NOTICE_DAYS)
  const urgent = deadline !== null && deadline >= today && deadline <= notice
  const soonest = urgent ? now : parisInstant(notice, '00:00')
  return lawfulFrom({ from }, soonest)
}

/** An instant, or the first lawful day when that comes later. */
export function lawfulFrom({ from }: Pick<OtherDateFacts, 'from'>, instant: DateTime): DateTime {
  const lawful = from ? parisInstant(from, '00:00') : instant
  return lawful > instant ? lawful : instant
}

/** Whether a slot comes after the legal deadline: the deadline's own day, in Paris, still meets it. */
export function isAfterDeadline(startsAt: DateTime, deadline: Day | null): boolean {
  return deadline !== null && parisDay(startsAt) > deadline
}

/**
 * The other dates to propose, best first, each with its reason: the member's own centre before the others, then by day and
 * hour. None is after the legal deadline unless every one is. Of those that begin together in a centre only the shortest
 * is proposed: it keeps the others for longer visits.
 */
export function proposeOtherDates<S extends OtherSlot>(slots: readonly S[], facts: OtherDateFacts): OtherDate<S>[] {
  const others = slots.filter(({ startsAt }) => +startsAt !== +facts.startsAt)
  const intime = others.filter(({ startsAt }) => !isAfterDeadline(startsAt, facts.deadline))
  const ranked = distinct((intime.length > 0 ? intime : others).toSorted((one, other) => compare(one, other, facts)))
  return ranked.slice(0, OTHER_DATES).map((slot) => ({ slot, reason: reasonOf(slot, facts), late: isAfterDeadline(slot.startsAt, facts.deadline) }))
}

function compare(one: OtherSlot, other: OtherSlot, { centreId }: OtherDateFacts) {
  const away = (slot: OtherSlot) => Number(slot.centreId !== centreId)
  return away(one) - away(other) || +one.startsAt - +other.startsAt || one.minutes - other.minutes
}

function distinct<S extends OtherSlot>(ranked: readonly S[]): S[] {
  const moment = (slot: S) => `${slot.centreId} ${+slot.startsAt}`
  return ranked.filter((slot, rank) => ranked.findIndex((other) => moment(other) === moment(slot)) === rank)
}

function reasonOf({ startsAt, centreId, centreName }: OtherSlot, facts: OtherDateFacts): string {
  const place = centreId === facts.centreId ? `${centreName}, votre centre` : `${centreName}, qui n'est pas votre centre`
  return [place, shiftWords(startsAt, facts), deadlineWords(startsAt, facts)].filter(Boolean).join(', ') + '.'
}

function shiftWords(startsAt: DateTime, facts: OtherDateFacts): string {
  const days = daysBetween(parisDay(facts.startsAt), parisDay(startsAt))
  if (days === 0) return 'le même jour que la date actuelle'
  return days > 0 ? `${counted(days, 'jour')} plus tard que la date actuelle` : `${counted(-days, 'jour')} plus tôt que la date actuelle`
}

function deadlineWords(startsAt: DateTime, facts: OtherDateFacts): string {
  if (facts.deadline === null) return ''
  const days = daysBetween(parisDay(startsAt), facts.deadline)
  if (days === 0) return 'le jour de la date limite'
  return days > 0 ? `${counted(days, 'jour')} avant la date limite` : `${counted(-days, 'jour')} après la date limite`
}
