import type { DateTime } from 'luxon'

// What happened longer ago is no news any more.
const DAYS = 14

export function isNews(happenedAt: DateTime, now: DateTime): boolean {
  return now.diff(happenedAt).as('days') < DAYS
}
