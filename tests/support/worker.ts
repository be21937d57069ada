import { owner } from '#tests/support/factories/rows'
import { startChild } from '#tests/support/children'

const FOLLOWED = ['visit_requests', 'visits', 'account_links', 'notifications', 'invitations', 'imports', 'security_notices', 'siren_changes']

/** Other tests left rows that no worker followed; one that starts now must not begin with hundreds of them. */
export async function settleWorkflows() {
  await owner().rawQuery('update outbox_messages set delivered_at = now() where delivered_at is null')
  for (const table of FOLLOWED) {
    await owner().rawQuery(`update ${table} set workflow_ended_at = now() where workflow_ended_at is null`)
  }
}

/** The worker, another process, on a task queue of this run so that another run on the same Temporal keeps its own. */
export function startWorker(env: Record<string, string> = {}) {
  const own = { APP_PROCESS: 'worker', TEMPORAL_TASK_QUEUE: `test-${process.pid}` }
  return startChild('bin/worker.ts', { ...own, ...env }, ({ output }) => output().includes('worker ready'))
}
