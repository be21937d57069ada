import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { LinkPurpose } from '#identity/rules/account_links'

type OwnPurpose = Exclude<LinkPurpose, 'first_access'>

/**
 * Has a link mailed to the user of the transaction (`asUser`), or to the new address that they want to prove. Null when
 * the same link was asked in the last 30 seconds.
 */
export async function askOwnLink(
  trx: Trx,
  { purpose, email = null }: { purpose: OwnPurpose; email?: string | null },
  now: DateTime
): Promise<string | null> {
  const { rows } = await trx.rawQuery('select ask_own_link(?, ?, ?) as id', [purpose, email, now.toISO()] as string[])
  return rows[0]?.id ?? null
}
