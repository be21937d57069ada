import { proxyActivities } from '@temporalio/workflow'
import type { NotificationActivities } from '#workflows/notifications/activities'

const rows = proxyActivities<NotificationActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '30 seconds' },
})
// A mail server may be away for days. The activity stops by itself once what it had to tell is no news any more.
const mails = proxyActivities<NotificationActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '1 minute' },
})

/** One for each notification that somebody is to read in a mail. */
export async function notificationWorkflow(notificationId: string): Promise<void> {
  await rows.beginNotification(notificationId)
  await mails.tellNotification(notificationId)
  await rows.endNotification(notificationId)
}
