import type { Logger } from '@adonisjs/core/logger'
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker'
import { setTimeout as sleep } from 'node:timers/promises'
import { now } from '#core/clock'
import { sealJournal } from '#core/journal/keeping'
import { allActivities } from '#workflows/activities'
import { Bell } from '#workflows/bell'
import { bundleWorkflows } from '#workflows/bundle'
import { createClient, dataConverter, temporal } from '#workflows/client'
import { heartbeat } from '#workflows/heartbeat'
import { listenToOutbox } from '#workflows/outbox_listener'
import { persist } from '#workflows/persist'
import { reconcile } from '#workflows/reconcile'
import { relayOutbox } from '#workflows/relay'
import { ensureSchedules } from '#workflows/schedules'
import { giveSignOfLife } from '#workflows/sign_of_life'

const POLL_MS = 5000
const SEAL_MS = 60_000
const LIFE_MS = 10_000
// A mail under way may finish; the system kills at 30 seconds.
const GRACE = { shutdownGraceTime: '25 seconds', shutdownForceTime: '28 seconds' } as const
// Each sending may hold two connections of the pool of 20.
const ACTIVITIES_AT_ONCE = 8

type Life = { stop: AbortSignal; log: Logger; isReady: () => void }

/** Carries out workflows and activities, relays the outbox, starts what is missing; lasts until `stop`, whatever server goes away. */
export async function runWorker(life: Life) {
  const { stop, log } = life
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => log[level === 'ERROR' ? 'error' : 'warn'](meta ?? {}, message))
  Runtime.install({ logger, shutdownSignals: [], telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } } })
  const workflowBundle = await bundleWorkflows(logger)
  const client = createClient()
  const bell = new Bell()
  stop.addEventListener('abort', bell.ring)
  await Promise.all([
    again('serving workflows', () => serve(workflowBundle, life), life),
    again('listening to the outbox', () => listenToOutbox(bell.ring, stop), life),
    again('relaying the outbox', async () => {
      await relayOutbox(client)
      await bell.wait(POLL_MS)
    }, life),
    again('sealing the journal', () => every(SEAL_MS, () => sealJournal(now()), stop), life),
    again('giving a sign of life', () => every(LIFE_MS, giveSignOfLife, stop), life),
    persist('reconciling', () => reconcile(client), life),
    persist('scheduling', () => ensureSchedules(client), life),
  ])
  await client.connection.close()
}

async function every(ms: number, work: () => Promise<unknown>, stop: AbortSignal) {
  await work()
  await sleep(ms, undefined, { signal: stop }).catch(() => {})
}

async function again(name: string, work: () => Promise<void>, life: Life) {
  while (!life.stop.aborted) await persist(name, work, life)
}

async function serve(workflowBundle: WorkflowBundle, { stop, isReady }: Life) {
  const { address, namespace, taskQueue, tls } = temporal
  const connection = await NativeConnection.connect({ address, tls })
  try {
    const worker = await Worker.create({
      ...{ connection, namespace, taskQueue, workflowBundle, dataConverter, ...GRACE },
      activities: allActivities({ now }),
      interceptors: { activity: [heartbeat] },
      stickyQueueScheduleToStartTimeout: '5 seconds',
      maxConcurrentActivityTaskExecutions: ACTIVITIES_AT_ONCE,
    })
    const running = worker.run()
    stop.addEventListener('abort', () => worker.getState() === 'RUNNING' && worker.shutdown())
    if (stop.aborted) worker.shutdown()
    else isReady()
    await running
  } finally {
    await connection.close()
  }
}
