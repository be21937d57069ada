import { proxyActivities } from '@temporalio/workflow'

const jobs = proxyActivities<Record<string, () => Promise<unknown>>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '5 minutes', maximumAttempts: 20 },
})

/** A job that comes back by itself: one activity, by its name, tried again until it succeeds. */
export async function jobWorkflow(activity: string): Promise<void> {
  await jobs[activity]!()
}
