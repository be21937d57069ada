import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

export type Link = { requestedAt: DateTime; expiresAt: DateTime | null; over: boolean }

/** How a link stands, for the workflow that waits for its end. */
export async function findLink(trx: Trx, linkId: string): Promise<Link | null> {
  const row = await trx.from('account_links').where('id', linkId).first()
  if (!row) return null
  return {
    requestedAt: DateTime.fromJSDate(row.requested_at),
    expiresAt: row.expires_at && DateTime.fromJSDate(row.expires_at),
    over: row.consumed_at !== null || row.superseded_at !== null,
  }
}
