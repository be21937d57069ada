import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { listMessages } from '#visits/queries/list_messages'
import type { Message } from '#visits/rules/request_messages'

type Reader = { requestId: string; memberId: string; userId: string }

/** The messages of a request, those new to this user marked; from now on they are not. */
export async function readMessages(trx: Trx, reader: Reader, now: DateTime): Promise<Message[]> {
  const messages = await listMessages(trx, reader)
  if (messages.some(({ isNew }) => isNew)) await markRead(trx, reader, now)
  return messages
}

async function markRead(trx: Trx, { requestId, memberId, userId }: Reader, now: DateTime) {
  await trx.rawQuery(
    `insert into request_readings (visit_request_id, member_id, user_id, read_at) values (?, ?, ?, ?)
     on conflict (visit_request_id, user_id) do update set read_at = greatest(request_readings.read_at, excluded.read_at)`,
    [requestId, memberId, userId, now.toISO()!]
  )
}
