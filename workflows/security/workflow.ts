import { proxyActivities } from '@temporalio/workflow'
import type { SecurityNoticeActivities } from '#workflows/security/activities'

const rows = proxyActivities<SecurityNoticeActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '30 seconds' },
})
// A mail server may be away for days. The activity stops by itself once what it had to tell is no news any more.
const mails = proxyActivities<SecurityNoticeActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '1 minute' },
})

/** One for each change to the locks of an account, of which its owner reads in a mail. */
export async function securityNoticeWorkflow(noticeId: string): Promise<void> {
  await rows.beginSecurityNotice(noticeId)
  await mails.tellSecurityNotice(noticeId)
  await rows.endSecurityNotice(noticeId)
}
