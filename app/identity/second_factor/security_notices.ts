import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import type { SecurityNotice } from '#identity/rules/security_notices'
import { ownedBy, type Holder } from '#identity/second_factor/holder'

/** A mail tells the owner what was changed, so that nobody changes the locks of an account unseen. */
export async function noticeSecurity(trx: Trx, holder: Holder, kind: SecurityNotice, now: DateTime) {
  const row = { ...ownedBy(holder), kind, at: now.toISO()! }
  const [notice] = await trx.insertQuery().table('security_notices').insert(row).returning('id')
  await tell(trx, 'security_notice', notice.id)
}
