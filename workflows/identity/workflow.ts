import { condition, proxyActivities, setHandler } from '@temporalio/workflow'
import { changed } from '#workflows/identity/contract'
import type { PasswordResetActivities } from '#workflows/identity/activities'

const heartbeatTimeout = '5 seconds'
const rows = proxyActivities<PasswordResetActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout,
  retry: { maximumInterval: '30 seconds' },
})
const mails = proxyActivities<PasswordResetActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { maximumInterval: '1 minute' },
})

/** One for each reset link: sends it, and tidies when it is used or past its end. Whether it is valid is for the database to say. */
export async function passwordResetWorkflow(resetId: string): Promise<void> {
  let used = false
  setHandler(changed, () => {
    used = true
  })
  await rows.beginReset(resetId)
  const expiresAt = await mails.sendResetLink(resetId)
  if (expiresAt !== null) await condition(() => used, Math.max(1000, expiresAt - Date.now()))
  await rows.tidyReset(resetId)
}
