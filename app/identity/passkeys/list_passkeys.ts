import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'

export type Passkey = { id: string; name: string; credentialId: string; transports: string[]; addedAt: DateTime; usedAt: DateTime | null }

/** The keys of a user, in the order in which they were added. */
export async function listPasskeys(trx: Trx, userId: string): Promise<Passkey[]> {
  const rows = await trx.from('passkeys').where('user_id', userId).orderBy(['added_at', 'id'])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    credentialId: row.credential_id,
    transports: row.transports,
    addedAt: instant(row.added_at),
    usedAt: maybeInstant(row.used_at),
  }))
}
