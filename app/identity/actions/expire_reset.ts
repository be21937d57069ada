import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

/** At the end of a link's life: its hash goes, so that nothing is left to guess at. */
export async function expireReset(trx: Trx, resetId: string, now: DateTime) {
  await trx
    .from('password_resets')
    .where('id', resetId)
    .whereNull('consumed_at')
    .where('expires_at', '<=', now.toISO()!)
    .update({ token_hash: null, expires_at: null, superseded_at: now.toISO() })
}
