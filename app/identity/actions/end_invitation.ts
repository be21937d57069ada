import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'

/** Its link opens nothing any more, and its workflow learns it. False when it was settled before. */
export async function endInvitation(trx: Trx, id: string, how: 'withdrawn_at' | 'superseded_at', now: DateTime): Promise<boolean> {
  const [ended] = await trx
    .from('invitations')
    .where('id', id)
    .whereRaw('num_nonnulls(accepted_at, withdrawn_at, superseded_at) = 0')
    .update({ [how]: now.toISO() }, ['id'])
  if (ended) await tell(trx, 'invitation', id, 'changed')
  return ended !== undefined
}
