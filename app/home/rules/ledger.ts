import type { DateTime } from 'luxon'
import { parisDay, type Day } from '#shared/days'

/** How far ahead a cancellation limit is told, in days of 24 hours. */
export const LIMIT_HORIZON_DAYS = 7
/** Rows of each sort before the ledger sends to the full list. */
export const SHOWN = 6

export type DueWithoutVisit = { employeeId: string; name: string; title: string; untilOn: Day }
export type UpcomingVisit = {
  id: string
  name: string
  startsAt: DateTime
  convokedAt: DateTime
  limit: DateTime
  acknowledged: boolean
}

export type LedgerEntry =
  | ({ type: 'due'; day: Day } & DueWithoutVisit)
  | ({ type: 'acknowledge' | 'limit'; day: Day; cancellable: boolean } & UpcomingVisit)

/** A visit is told once: to be acknowledged, else for its limit when that is near. It hangs on its limit, on its own day once that is past. */
export function visitEntries(visits: readonly UpcomingVisit[], now: DateTime): LedgerEntry[] {
  const horizon = now.plus({ days: LIMIT_HORIZON_DAYS })
  return visits.flatMap((visit): LedgerEntry[] => {
    const cancellable = now < visit.limit
    const day = parisDay(cancellable ? visit.limit : visit.startsAt)
    if (!visit.acknowledged) return [{ ...visit, type: 'acknowledge', day, cancellable }]
    return cancellable && visit.limit <= horizon ? [{ ...visit, type: 'limit', day, cancellable }] : []
  })
}

/** What needs the member today, by date: the first of each sort only, since a long list hides what is urgent. */
export function ledgerOf(dues: readonly DueWithoutVisit[], visits: readonly LedgerEntry[]): LedgerEntry[] {
  const due = dues.map((entry): LedgerEntry => ({ ...entry, type: 'due', day: entry.untilOn }))
  return [...byDay(due).slice(0, SHOWN), ...byDay(visits).slice(0, SHOWN)].toSorted(
    (one, other) => one.day.localeCompare(other.day)
  )
}

function byDay(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.toSorted((one, other) => one.day.localeCompare(other.day))
}
