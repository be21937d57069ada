import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Message } from '#visits/rules/request_messages'

/** The messages of a request as one of the employer's users reads them, the first at the top. OSTRA's have no name of a person. */
export async function listMessages(trx: Trx, { requestId, userId }: { requestId: string; userId: string }): Promise<Message[]> {
  const { rows } = await trx.rawQuery(
    `select messages.id, text, sent_at, author_user_id, author_staff_id is not null as from_staff,
       author_staff_id is not null and sent_at > coalesce(read_at, '-infinity') as is_new
     from request_messages as messages
     left join request_readings as readings on readings.visit_request_id = messages.visit_request_id and readings.user_id = :userId
     where messages.visit_request_id = :requestId
     order by sent_at, messages.id`,
    { requestId, userId }
  )
  return rows.map((row: Record<string, any>) => ({
    id: row.id,
    text: row.text,
    author: row.from_staff ? 'OSTRA' : row.author_user_id === userId ? 'Vous' : 'Un autre utilisateur de votre compte',
    side: row.from_staff ? 'staff' : 'member',
    sentAt: instant(row.sent_at),
    isNew: row.is_new,
  }))
}
