import { condition, proxyActivities, setHandler } from '@temporalio/workflow'
import { changed } from '#workflows/identity/contract'
import type { AccountLinkActivities } from '#workflows/identity/activities'

const heartbeatTimeout = '5 seconds'
const rows = proxyActivities<AccountLinkActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout,
  retry: { maximumInterval: '30 seconds' },
})
const mails = proxyActivities<AccountLinkActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { maximumInterval: '1 minute' },
})

/** One for each link mailed to a person: sends it, and tidies when it is used or past its end. Whether it is valid is for the database to say. */
export async function accountLinkWorkflow(linkId: string): Promise<void> {
  let used = false
  setHandler(changed, () => {
    used = true
  })
  await rows.beginLink(linkId)
  const expiresAt = await mails.sendLink(linkId)
  if (expiresAt !== null) await condition(() => used, Math.max(1000, expiresAt - Date.now()))
  await rows.tidyLink(linkId)
}
