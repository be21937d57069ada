import { test } from '@japa/runner'
import type { Client } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import { temporalServes } from '#core/health/grpc_health'
import { dataConverter, temporal } from '#workflows/client'
import { ensureSchedules, scheduleId, SCHEDULES } from '#workflows/schedules'
import { DevServer } from '#tests/workflows/dev_server'
import { eventually } from '#tests/support/eventually'
import { startWorker } from '#tests/support/worker'
import { keepQuiet } from '#tests/workflows/quiet'
import { theBundle } from '#tests/workflows/the_bundle'
import { rowOf } from '#tests/support/factories'

test.group('What comes back every night', (group) => {
  let server: DevServer
  let client: Client

  group.setup(async () => {
    keepQuiet()
    server = await DevServer.start()
    client = server.client()
  })
  group.teardown(async () => {
    await client.connection.close()
    await server.stop()
  })

  const described = (activity: string) => client.schedule.getHandle(scheduleId(activity)).describe()

  test('is made by the worker, asked by two at once or again, and made again when Temporal lost it', async ({ assert }) => {
    await Promise.all([ensureSchedules(client), ensureSchedules(client)])
    await ensureSchedules(client)
    assert.isNotEmpty(SCHEDULES)
    for (const { activity, hour, minute } of SCHEDULES) {
      const { spec, policies } = await described(activity)
      assert.deepInclude(spec.calendars![0]!, { hour: [{ start: hour, end: hour, step: 1 }], minute: [{ start: minute, end: minute, step: 1 }] })
      assert.equal(spec.timezone, 'Europe/Paris')
      assert.equal(policies.overlap, 'SKIP')
    }
    await server.forget()
    await assert.rejects(() => described(SCHEDULES[0]!.activity))
    await ensureSchedules(client)
    assert.exists(await described(SCHEDULES[0]!.activity))
  })

  test('takes the hour that a release changes, and stays stopped when somebody stopped it', async ({ assert, cleanup }) => {
    await ensureSchedules(client)
    const [schedule] = SCHEDULES
    const { hour } = schedule!
    cleanup(() => {
      schedule!.hour = hour
    })
    await client.schedule.getHandle(scheduleId(schedule!.activity)).pause()
    schedule!.hour = 5
    await ensureSchedules(client)
    const { spec, state } = await described(schedule!.activity)
    assert.equal(spec.calendars![0]!.hour[0]!.start, 5)
    assert.isTrue(state.paused)
  })

  test('runs its activity, again until it succeeds', async ({ assert }) => {
    const connection = await NativeConnection.connect({ address: server.address })
    let tries = 0
    const prune = async () => {
      tries += 1
      if (tries < 2) throw new Error('away')
    }
    const worker = await Worker.create({ connection, taskQueue: temporal.taskQueue, workflowBundle: await theBundle(), dataConverter, activities: { prune } })
    await worker.runUntil(client.workflow.execute('jobWorkflow', { workflowId: 'a-night', taskQueue: temporal.taskQueue, args: ['prune'] }))
    await connection.close()
    assert.equal(tries, 2)
  })

  test('is there once a worker has started, which says that it lives; Temporal says that it serves', async ({ assert, cleanup }) => {
    const taskQueue = `night-${process.pid}`
    const worker = await startWorker({ TEMPORAL_ADDRESS: server.address, TEMPORAL_TASK_QUEUE: taskQueue, LOG_LEVEL: 'error' })
    cleanup(() => worker.stop('SIGKILL'))
    await eventually('the schedule is made', async () => {
      const all: string[] = []
      for await (const { scheduleId: id } of client.schedule.list()) all.push(id)
      return all.includes(`${taskQueue}:prune`)
    })
    const { at } = await rowOf('worker_heartbeats', { task_queue: taskQueue })
    assert.isAbove(at.getTime(), Date.now() - 30_000)
    assert.isTrue(await temporalServes(server.address, 2000))
  })
})
