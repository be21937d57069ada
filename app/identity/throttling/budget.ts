import { createHmac } from 'node:crypto'
import env from '#start/env'
import { LADDERS, waitsOf, type Throttled } from '#identity/rules/throttle'

/** Whose tries are counted, and how they are slowed, as the database takes it. */
export type Budget = { key: string; delays: number[]; memory: number }

/**
 * The tries of one account, device or address. The key is keyed with the application's own: a plain hash of a 7-digit
 * number or of an IPv4 address is read back in a second.
 */
export function budgetOf(what: Throttled, whose: string): Budget {
  const key = createHmac('sha256', env.get('APP_KEY').release()).update(`${what}:${whose}`).digest('hex')
  return { key, delays: waitsOf(LADDERS[what]), memory: LADDERS[what].memory }
}
