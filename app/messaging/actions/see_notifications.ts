import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'

/** Up to this notification, the user has seen them all. The mark never goes back. */
export async function seeNotifications(trx: Trx, { userId, upTo }: { userId: string; upTo: string }): Promise<void> {
  const { rows } = await trx.rawQuery(
    `update accesses set notifications_seen_at = greatest(notifications_seen_at, notifications.at)
     from notifications
     where notifications.id = ? and accesses.member_id = notifications.member_id and accesses.user_id = ? and revoked_at is null
     returning accesses.id`,
    [upTo, userId]
  )
  orNotFound(rows[0])
}
