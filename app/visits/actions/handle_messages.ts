import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

/** The employer's messages on a request wait for nobody any more; gives how many did. */
export async function handleMessages(
  trx: Trx,
  { requestId, staffId }: { requestId: string; staffId: string },
  now: DateTime
): Promise<number> {
  const handled = await trx
    .from('request_messages')
    .where('visit_request_id', requestId)
    .whereNotNull('author_user_id')
    .whereNull('handled_at')
    .update({ handled_at: now.toISO(), handled_by: staffId }, ['id'])
  return handled.length
}
