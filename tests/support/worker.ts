import db from '@adonisjs/lucid/services/db'
import { startChild } from '#tests/support/children'

/** The tests of the pages wrote outbox rows that nobody delivers; a worker that starts later must not begin with them. */
export async function forgetOutbox() {
  await db.connection('migration').rawQuery('update outbox_messages set delivered_at = now() where delivered_at is null')
}

/** The worker, another process, on a task queue of this run so that another run on the same Temporal keeps its own. */
export function startWorker(env: Record<string, string> = {}) {
  return startChild('bin/worker.ts', { APP_PROCESS: 'worker', TEMPORAL_TASK_QUEUE: `test-${process.pid}`, ...env }, ({ output }) =>
    output().includes('RUNNING')
  )
}
