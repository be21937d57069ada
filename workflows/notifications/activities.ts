import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { findNotification, tellDecline, tellSubscribers, type NotificationFacts } from '#messaging'
import { convocationFacts } from '#visits'
import type { Clock } from '#workflows/clock'
import { markEnded, markStarted } from '#workflows/marks'
import { isNews } from '#workflows/news'

export type NotificationActivities = ReturnType<typeof notificationActivities>

export function notificationActivities({ now }: Clock) {
  return {
    async beginNotification(notificationId: string): Promise<void> {
      await markStarted('notifications', notificationId, await now())
    },

    /** By mail: to the users who chose so, and an employee who cannot come to the contacts too. Neither holds back the other. */
    async tellNotification(notificationId: string): Promise<void> {
      const instant = await now()
      const notification = await asStaff((trx) => findNotification(trx, notificationId))
      if (!notification || !isNews(notification.at, instant)) return
      const told = await Promise.allSettled([tellContacts(notification, instant), tellSubscribers(notification, instant)])
      const failed = told.find((one) => one.status === 'rejected')
      if (failed) throw failed.reason
    },

    async endNotification(notificationId: string): Promise<void> {
      await markEnded('notifications', notificationId, await now())
    },
  }
}

// As long as the employer can still do something with it.
async function tellContacts({ kind, visit }: NotificationFacts, now: DateTime): Promise<void> {
  if (kind !== 'employee_declined' || !visit?.stands || now >= visit.startsAt) return
  const facts = await asStaff((trx) => convocationFacts(trx, visit.id))
  if (facts) await tellDecline(facts, now)
}
