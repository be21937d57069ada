import { condition, proxyActivities, setHandler } from '@temporalio/workflow'
import type { InvitationActivities } from '#workflows/invitations/activities'
import { changed } from '#workflows/invitations/contract'

const rows = proxyActivities<InvitationActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '30 seconds' },
})
// A mail server may be away for days. An activity stops by itself once its invitation means nothing any more.
const mails = proxyActivities<InvitationActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '1 minute' },
})

/** One for each invitation: sends it, recalls it once if nobody answers, tidies at its end. Whether it is valid is for the database to say. */
export async function invitationWorkflow(invitationId: string): Promise<void> {
  let over = false
  setHandler(changed, () => {
    over = true
  })
  const overBefore = (instant: number) => condition(() => over, Math.max(1000, instant - Date.now()))

  await rows.beginInvitation(invitationId)
  const plan = await mails.sendInvitation(invitationId)
  if (plan !== null && !(await overBefore(plan.remindAt))) {
    // A reminder that waits for its server does not hold back the end.
    const reminding = mails.remindInvitation(invitationId)
    await overBefore(plan.expiresAt)
    await reminding
  }
  await rows.tidyInvitation(invitationId)
}
