import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { NOTIFICATION_SQL, toldOf } from '#messaging/queries/notification_row'
import type { Told } from '#messaging/rules/notification_words'

export type NotificationFacts = Told & {
  id: string
  at: DateTime
  actorUserId: string | null
  member: { id: string; number: string; name: string }
}

/** A notification with what a mail says of it; null once its visit is hidden from the employer. */
export async function findNotification(trx: Trx, id: string): Promise<NotificationFacts | null> {
  const { rows } = await trx.rawQuery(
    `select ${NOTIFICATION_SQL.columns}, members.member_number, members.company_name
     from notifications
     join members on members.id = notifications.member_id
     ${NOTIFICATION_SQL.joins}
     where notifications.id = ? and coalesce(visits.visible_to_member, true)`,
    [id]
  )
  const row = rows[0]
  if (!row) return null
  const member = { id: row.member_id, number: row.member_number, name: row.company_name }
  return { ...toldOf(row), id: row.id, at: instant(row.at), actorUserId: row.actor_user_id, member }
}
