import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Message } from '#visits/rules/request_messages'

/** Whether the employer wrote something on a request that nobody answered: the words of a query on `visit_requests`. */
export const MESSAGE_WAITS = `exists (
  select from request_messages where visit_request_id = visit_requests.id and author_user_id is not null and handled_at is null)`

/** The messages of a request as OSTRA's staff read them, with names; those that wait for an answer are new. */
export async function listRequestMessages(trx: Trx, requestId: string): Promise<Message[]> {
  const rows = await trx
    .from('request_messages')
    .leftJoin('users', 'users.id', 'request_messages.author_user_id')
    .leftJoin('staff_users', 'staff_users.id', 'request_messages.author_staff_id')
    .select('request_messages.*', 'users.full_name as user_name', 'staff_users.full_name as staff_name')
    .where('visit_request_id', requestId)
    .orderBy(['request_messages.sent_at', 'request_messages.id'])
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    author: row.author_user_id ? `${row.user_name ?? 'Un ancien utilisateur'}, employeur` : row.staff_name,
    side: row.author_user_id ? 'member' : 'staff',
    sentAt: instant(row.sent_at),
    isNew: row.author_user_id !== null && row.handled_at === null,
  }))
}

/** The open requests on which a message of the employer waits. */
export async function countWaitingMessages(trx: Trx): Promise<number> {
  const row = await trx
    .from('visit_requests')
    .whereIn('state', ['sent', 'taken', 'planned'])
    .whereRaw(MESSAGE_WAITS)
    .count('* as total')
    .first()
  return Number(row.total)
}
