import type { DateTime } from 'luxon'

/** Minutes during which a password given once is enough for what is sensitive. */
export const FRESH_MINUTES = 10

/** Decides whether whoever gave a password, or a key, at `authenticatedAt` may still change the locks of the account at `now`. */
export function isFresh(authenticatedAt: DateTime, now: DateTime): boolean {
  return now < authenticatedAt.plus({ minutes: FRESH_MINUTES })
}
