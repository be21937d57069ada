import { daysBetween, type Day } from '#shared/dates'
import type { Campaign, DueVisit, Preferences } from '#planning/rules/facts'

/**
 * What an allocation costs, the first level first: a level weighs only between allocations that are equal in all those
 * before it.
 *  1. `lateDays`: days after the law's last day, summed;
 *  2. `beyondDays`: days after the doctor's date or outside the member's wish (the larger of the two), summed;
 *  3. `broken`: half-days and centres that do not suit, one each;
 *  4. `halfDays`: half-days on which a member has somebody away, summed over the members.
 */
export type Cost = { lateDays: number; beyondDays: number; broken: number; halfDays: number }

/** Days and wishes of a visit, as days counted from today; what is not set stands outside the campaign. */
export type Terms = { deadline: number; doctorDeadline: number; wishFrom: number; wishTo: number }

const NEVER = 1e6

export function termsOf(visit: DueVisit, today: Day): Terms {
  const ahead = (day: Day | null | undefined, otherwise: number) => (day ? daysBetween(today, day) : otherwise)
  return {
    deadline: ahead(visit.legalDeadline, NEVER),
    doctorDeadline: ahead(visit.doctorDeadline, NEVER),
    wishFrom: ahead(visit.wish?.from, -NEVER),
    wishTo: ahead(visit.wish?.to, NEVER),
  }
}

/** Level 1, in days, on a day counted from today. */
export const lateDays = ({ deadline }: Terms, day: number) => Math.max(0, day - deadline)

/** Level 2, in days. */
export const beyondDays = ({ doctorDeadline, wishFrom, wishTo }: Terms, day: number) =>
  Math.max(0, day - doctorDeadline, wishFrom - day, day - wishTo)

/** Level 3: how many of the two wishes are broken. `halfDay` is a number from 0, Monday morning, to 13. */
export const brokenWishes = (suits: Suits, halfDay: number, centreId: string) =>
  Number(!suits.halfDays[halfDay]) + Number(suits.centreIds !== null && !suits.centreIds.has(centreId))

export type Suits = { halfDays: boolean[]; centreIds: ReadonlySet<string> | null }

export function suitsOf({ halfDays, centreIds }: Preferences): Suits {
  const wanted = new Set<string>(halfDays)
  return {
    halfDays: Array.from({ length: 14 }, (_, index) => wanted.size === 0 || wanted.has(`${(index >> 1) + 1}-${index % 2 ? 'pm' : 'am'}`)),
    centreIds: centreIds.length > 0 ? new Set(centreIds) : null,
  }
}

/**
 * A visit that gets nothing is held as late as on the day after the campaign, and one day further from the wishes than
 * any slot could be: a place is always better than none.
 */
export function costOfNothing(terms: Terms, { today, until }: Pick<Campaign, 'today' | 'until'>): Omit<Cost, 'broken' | 'halfDays'> {
  const last = daysBetween(today, until)
  return {
    lateDays: lateDays(terms, last + 1),
    beyondDays: Math.max(beyondDays(terms, 0), beyondDays(terms, last)) + 1,
  }
}

/**
 * The first three levels as one number, for `visits` compared together, none of which counts more than `mostBeyond` days at
 * level 2: each level weighs more than all the lower ones summed. Exact for 10,000 visits over half a year, as only differences
 * along a path are added, never the whole.
 */
export function packing(visits: number, mostBeyond: number) {
  const broken = 2 * visits + 1
  const beyond = broken * (visits * mostBeyond + 1)
  return (late: number, away: number, wishes: number) => late * beyond + away * broken + wishes
}

export const compareCosts = (one: Cost, other: Cost) =>
  one.lateDays - other.lateDays || one.beyondDays - other.beyondDays || one.broken - other.broken || one.halfDays - other.halfDays
