import type { Group } from '@japa/runner/core'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { Worker } from '@temporalio/worker'
import { DateTime } from 'luxon'
import { allActivities } from '#workflows/activities'
import { dataConverter, temporal } from '#workflows/client'
import { heartbeat } from '#workflows/heartbeat'
import { relayOutbox } from '#workflows/relay'
import { settleWorkflows } from '#tests/support/worker'
import { keepQuiet } from '#tests/workflows/quiet'
import { theBundle } from '#tests/workflows/the_bundle'
import { executable } from '#tests/workflows/servers'

let env: TestWorkflowEnvironment
let worker: Worker
let running: Promise<void>

/** Gives a group a Temporal whose months pass in an instant, and a worker that lives by its clock. */
export function inSkippedTime(group: Group) {
  group.setup(async () => {
    await settleWorkflows()
    keepQuiet()
    const server = { executable: { type: 'existing-path' as const, path: executable('TEMPORAL_TEST_SERVER') } }
    env = await TestWorkflowEnvironment.createTimeSkipping({ server, client: { dataConverter } })
    const { taskQueue } = temporal
    const workflowBundle = await theBundle()
    const activities = allActivities({ now: theirNow })
    const options = { taskQueue, workflowBundle, dataConverter, activities, interceptors: { activity: [heartbeat] } }
    worker = await Worker.create({ connection: env.nativeConnection, ...options })
    running = worker.run()
  })
  group.teardown(async () => {
    worker.shutdown()
    await running
    await env.teardown()
  })
}

export async function theirNow() {
  return DateTime.fromMillis(await env.currentTimeMs(), { zone: 'utc' })
}

/** Delivers what was told, as the relay does. */
export const relay = () => relayOutbox(env.client)

/** Lets time pass, with all that is due in it. */
export async function passUntil(instant: DateTime) {
  const now = await theirNow()
  if (instant > now) await env.sleep(instant.diff(now).toMillis())
}

/** Waits for the end of a workflow: time passes as fast as it can. */
export function ended(workflowId: string) {
  return env.client.workflow.getHandle(workflowId).result()
}

export const statusOf = async (workflowId: string) => (await env.client.workflow.getHandle(workflowId).describe()).status.name
