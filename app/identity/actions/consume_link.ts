import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { hashToken } from '#core/tokens'
import type { LinkPurpose } from '#identity/rules/account_links'

export type ConsumedLink = { linkId: string; userId: string; sentTo: string | null }

/** Uses a link once, in the transaction of what it allows; null when it can no longer be used. Its workflow learns of it. */
export async function consumeLink(
  trx: Trx,
  { token, purpose }: { token: string; purpose: LinkPurpose },
  now: DateTime
): Promise<ConsumedLink | null> {
  const values = [hashToken(token), purpose, now.toISO()!]
  const { rows } = await trx.rawQuery('select * from consume_account_link(?, ?, ?)', values)
  if (!rows[0]) return null
  await tell(trx, 'account_link', rows[0].link_id, 'changed')
  return { linkId: rows[0].link_id, userId: rows[0].user_id, sentTo: rows[0].email }
}
