import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { NOTIFICATION_SQL, toldOf } from '#messaging/queries/notification_row'
import type { NotificationKind } from '#messaging/rules/notification_kinds'
import { sayNotification, type Said } from '#messaging/rules/notification_words'

export const PAGE_SIZE = 25

export type NotificationRow = Said & { id: string; at: DateTime; isNew: boolean }

type Asked = { memberId: string; userId: string; kinds: NotificationKind[]; page: number }

/** A page of what others did that concerns a user of a member, the last first. */
export async function listNotifications(
  trx: Trx,
  { memberId, userId, kinds, page }: Asked
): Promise<{ rows: NotificationRow[]; total: number }> {
  const { rows } = await trx.rawQuery(
    `select ${NOTIFICATION_SQL.columns}, notifications.at > accesses.notifications_seen_at as is_new, count(*) over ()::int as total
     from notifications
     join accesses on accesses.member_id = notifications.member_id and accesses.user_id = :userId and accesses.revoked_at is null
     ${NOTIFICATION_SQL.joins}
     where notifications.member_id = :memberId and notifications.kind = any(:kinds)
       and notifications.actor_user_id is distinct from :userId and coalesce(visits.visible_to_member, true)
     order by notifications.at desc, notifications.id desc
     limit :size offset :offset`,
    { memberId, userId, kinds, size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE } as never
  )
  return { rows: rows.map(notificationRow), total: rows[0]?.total ?? 0 }
}

function notificationRow(row: Record<string, any>): NotificationRow {
  return { ...sayNotification(toldOf(row)), id: row.id, at: instant(row.at), isNew: row.is_new }
}
