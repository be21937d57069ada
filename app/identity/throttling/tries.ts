import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Budget } from '#identity/throttling/budget'
import { ok, refuse, type Result } from '#shared/result'

/** `isFirst`: nobody was refused since this wait began. */
export type Wait = { type: 'throttled'; retryAt: DateTime; isFirst: boolean }

type Client = Pick<Trx, 'rawQuery'>

// The connection of the process: either role may run these functions and touch nothing else of the table.
const here = (): Client => db.connection()

/**
 * Counts a try on each of these budgets before it is made, so that tries at the same moment cannot pass together. When one
 * of them must wait, none is counted.
 */
export async function takeTries(budgets: Budget[], now: DateTime, client = here()): Promise<Result<void, Wait>> {
  const { rows } = await client.rawQuery('select * from take_tries(?, ?)', [JSON.stringify(budgets), now.toISO()!])
  const { retry_at: retryAt, is_first: isFirst } = rows[0]
  return retryAt ? refuse({ type: 'throttled', retryAt: DateTime.fromJSDate(retryAt), isFirst }) : ok(undefined)
}

/** The try was a good one, or was not made: it does not count. */
export async function giveBackTries(budgets: Budget[], client = here()): Promise<void> {
  await client.rawQuery('select give_back_tries(?)', [JSON.stringify(budgets)])
}

/** It was the rightful one: what was counted is forgotten. */
export async function forgetTries(budgets: Budget[], client = here()): Promise<void> {
  await client.rawQuery('select forget_tries(?)', [JSON.stringify(budgets)])
}
