import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

/** At the end of a link's life: its hash goes, so that nothing is left to guess at. */
export async function expireLink(trx: Trx, linkId: string, now: DateTime) {
  await trx
    .from('account_links')
    .where('id', linkId)
    .whereNull('consumed_at')
    .where('expires_at', '<=', now.toISO()!)
    .update({ token_hash: null, expires_at: null, superseded_at: now.toISO() })
}
