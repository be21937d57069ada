import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { chooseNotifications } from '#messaging/actions/choose_notifications'
import { NOTIFICATION_KINDS } from '#messaging/rules/notification_kinds'

/** No notification goes to this user by mail any more; the bell rings as before. */
export function stopMails(userId: string, now: DateTime): Promise<void> {
  const choices = NOTIFICATION_KINDS.map((kind) => ({ kind, channel: 'email' as const, wanted: false }))
  return asUser(userId, async (trx) => {
    await chooseNotifications(trx, userId, choices, now)
    await record(trx, { actor: { kind: 'nobody' }, event: 'notifications.stopped', subjectId: userId })
  })
}
