import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

export type Reset = { userId: string; requestedAt: DateTime; expiresAt: DateTime | null; over: boolean }

/** How a reset stands, for the workflow that waits for its end. */
export async function findReset(trx: Trx, resetId: string): Promise<Reset | null> {
  const row = await trx.from('password_resets').where('id', resetId).first()
  if (!row) return null
  return {
    userId: row.user_id,
    requestedAt: DateTime.fromJSDate(row.requested_at),
    expiresAt: row.expires_at && DateTime.fromJSDate(row.expires_at),
    over: row.consumed_at !== null || row.superseded_at !== null,
  }
}
