import { condition, proxyActivities, setHandler } from '@temporalio/workflow'
import { changed } from '#workflows/members/contract'
import type { SirenChangeActivities } from '#workflows/members/activities'

const steps = proxyActivities<SirenChangeActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '1 minute' },
})

/** One for each change of SIREN: says that it was received, reminds the staff until they decide, tells the decision, puts it in force on its day. */
export async function sirenChangeWorkflow(changeId: string): Promise<void> {
  let moved = false
  setHandler(changed, () => {
    moved = true
  })
  await steps.beginSirenChange(changeId)
  while (true) {
    moved = false
    const next = await steps.followSirenChange(changeId)
    if (next === null) break
    await condition(() => moved, Math.max(1000, next - Date.now()))
  }
  await steps.endSirenChange(changeId)
}
