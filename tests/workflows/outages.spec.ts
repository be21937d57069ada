import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { tell, workflowId } from '#core/outbox'
import { requestPasswordReset } from '#identity/actions/request_password_reset'
import { hashToken } from '#core/tokens'
import { cancelVisit } from '#visits'
import { temporal as ours } from '#workflows/client'
import pg from 'pg'
import { createEmployee, createMember, createUser, createVisit, rowOf, rowsOf } from '#tests/support/factories'
import { eventually } from '#tests/support/eventually'
import { mailTo, mailsTo } from '#tests/support/mailbox'
import { runAce } from '#tests/workflows/run_ace'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import type { Child } from '#tests/support/children'
import { DevServer } from '#tests/workflows/dev_server'
import { MailRoad } from '#tests/workflows/mail_road'

/** A visit in a month, of a new member, told to the workflows. */
async function convoke(member?: Awaited<ReturnType<typeof createMember>>) {
  member ??= await createMember()
  const employee = await createEmployee({ member })
  const visit = await createVisit({ employee, startsAt: DateTime.utc().plus({ days: 30 }), convokedAt: DateTime.utc() })
  await asStaff((trx) => tell(trx, 'visit', visit.id))
  return { ...visit, member, employee: { ...employee, email: employee.email! } }
}

async function cancel(visitId: string, memberId: string) {
  const user = await createUser({ members: [await rowOf('members', { id: memberId })] })
  await asStaff((trx) => cancelVisit(trx, { visitId, by: { user: user.id }, reason: 'Congés' }, DateTime.utc()))
}

const sent = async (visitId: string) => (await rowsOf('deliveries', { subject_id: visitId })).filter((row) => row.sent_at)
const bothTold = (visitId: string) => eventually('both are told', async () => (await sent(visitId)).length === 2, { seconds: 40 })
const undelivered = (subjectId: string) => rowsOf('outbox_messages', { subject_id: subjectId, delivered_at: null })

test.group('When a part goes away', (group) => {
  let temporal: DevServer
  let road: MailRoad
  let worker: Child

  const env = () => ({ TEMPORAL_ADDRESS: temporal.address, TEMPORAL_TASK_QUEUE: ours.taskQueue, SMTP_URL: road.url, LOG_LEVEL: 'error' })
  const start = () => startWorker(env())

  group.setup(async () => {
    temporal = await DevServer.start()
  })
  group.teardown(() => temporal.stop())
  group.each.setup(async () => {
    await settleWorkflows()
    road = await MailRoad.build()
  })
  group.each.teardown(async () => {
    await worker.stop('SIGKILL')
    await road.close()
  })

  test('the worker, and starts again: it goes on where it was', async ({ assert }) => {
    worker = await start()
    const visit = await convoke()
    await bothTold(visit.id)
    await worker.stop('SIGTERM')
    await cancel(visit.id, visit.memberId)
    worker = await start()

    await mailTo(visit.employee.email, ({ subject }) => subject.startsWith('Annulation'))
    await eventually('the workflow ended', async () => (await rowOf('visits', { id: visit.id })).workflow_ended_at)
    assert.lengthOf(await mailsTo(visit.employee.email), 2)
    assert.lengthOf(await mailsTo(visit.member.email), 2)
  })

  test('the worker, killed with things told and things to tell: nothing is lost and nobody is told twice', async ({ assert }) => {
    worker = await start()
    const before = await convoke()
    await bothTold(before.id)
    road.state = 'refusing'
    const during = await convoke()
    await eventually('the worker tries', () => road.turnedAway > 1)
    await worker.stop('SIGKILL')
    const after = await convoke()
    road.state = 'open'
    worker = await start()

    for (const visit of [before, during, after]) {
      await bothTold(visit.id)
      assert.lengthOf(await mailsTo(visit.employee.email), 1)
      assert.lengthOf(await mailsTo(visit.member.email), 1)
    }
  })

  test('the worker, killed before it could note that a mail had left: it leaves twice at most, as one and the same', async ({ assert }) => {
    worker = await start()
    road.afterNextMail(() => worker.stop('SIGKILL'))
    const visit = await convoke()
    await eventually('the worker is gone', () => worker.exited())
    worker = await start()
    await bothTold(visit.id)

    const mails = [...(await mailsTo(visit.employee.email)), ...(await mailsTo(visit.member.email))]
    assert.lengthOf(mails, 3)
    assert.lengthOf([...new Set(mails.map(({ headers }) => headers['message-id']))], 2)
  })

  test('the worker, killed before it could note that a reset link had left: it never leaves twice, and it works', async ({ assert }) => {
    worker = await start()
    const user = await createUser({ member: await createMember(), holder: true })
    road.afterNextMail(() => worker.stop('SIGKILL'))
    await requestPasswordReset(user.identifier, DateTime.utc())
    await eventually('the worker is gone', () => worker.exited())
    worker = await start()
    const other = await convoke()
    await bothTold(other.id)

    const mails = await mailsTo(user.email)
    assert.lengthOf(mails, 1)
    const token = /reinitialisation\/([\w-]+)/.exec(mails[0]!.text)![1]!
    const row = await rowOf('account_links', { user_id: user.id })
    assert.equal(row.token_hash, hashToken(token))
    assert.isAbove(row.expires_at.getTime(), Date.now())
  })

  test('Temporal, before the worker starts and again later: what was to be told is told when it is back', async ({ assert }) => {
    const relayTried = (id: string) => eventually('the relay has tried', async () => (await undelivered(id))[0]?.attempts > 0, { seconds: 40 })
    await temporal.goAway()
    const starting = start()
    const early = await convoke()
    await relayTried(early.id)
    await temporal.comeBack()
    worker = await starting
    await bothTold(early.id)
    await temporal.goAway()
    const late = await convoke()
    await relayTried(late.id)
    assert.isFalse(worker.exited())
    await temporal.comeBack()
    await bothTold(late.id)

    for (const visit of [early, late]) {
      assert.isEmpty(await undelivered(visit.id))
      assert.lengthOf(await mailsTo(visit.employee.email), 1)
    }
  })

  test("Temporal's whole store: reconcile starts again what the rows imply, and nobody is told twice", async ({ assert }) => {
    worker = await start()
    const [visit, over] = [await convoke(), await convoke()]
    await bothTold(visit.id)
    await bothTold(over.id)
    await cancel(over.id, over.memberId)
    await eventually('the workflow ended', async () => (await rowOf('visits', { id: over.id })).workflow_ended_at)
    await temporal.forget()

    assert.include(await runAce('reconcile', env()), '1 started')
    const client = temporal.client()
    const { status } = await client.workflow.getHandle(workflowId('visit', visit.id)).describe()
    await client.connection.close()
    assert.equal(status.name, 'RUNNING')
    await cancel(visit.id, visit.memberId)
    await eventually('the workflow ended', async () => (await rowOf('visits', { id: visit.id })).workflow_ended_at, { seconds: 60 })
    const subjects = (await mailsTo(visit.employee.email)).map(({ subject }) => subject.split('\u00a0')[0])
    assert.deepEqual(subjects, ['Convocation', 'Annulation'])
  })

  test('the mail server, be it by refusing or by hanging up: each mail leaves once when it is back')
    .with(['refusing' as const, 'silent' as const])
    .run(async ({ assert }, state) => {
      worker = await start()
      road.state = state
      const visit = await convoke()
      const user = await createUser({ member: visit.member, holder: true })
      await requestPasswordReset(user.identifier, DateTime.utc())
      await eventually('the worker has tried both', () => road.turnedAway >= 6, { seconds: 30 })
      road.state = 'open'
      await bothTold(visit.id)
      const reset = await mailTo(user.email)

      assert.lengthOf(await mailsTo(visit.employee.email), 1)
      assert.lengthOf(await mailsTo(visit.member.email), 1)
      assert.lengthOf(await mailsTo(user.email), 1)
      const token = /reinitialisation\/([\w-]+)/.exec(reset.text)![1]!
      assert.equal((await rowOf('account_links', { user_id: user.id })).token_hash, hashToken(token))
    })

  test('the database connections: the relay listens again and delivers', async ({ assert }) => {
    worker = await start()
    const before = await convoke()
    await bothTold(before.id)
    const staff = new pg.Client({ connectionString: process.env.STAFF_DATABASE_URL })
    await staff.connect()
    const { rowCount } = await staff.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('ostra_worker', 'ostra_relay') and datname = current_database()"
    )
    await staff.end()
    assert.isAbove(rowCount!, 0)
    const visit = await convoke()
    await bothTold(visit.id)
    assert.isFalse(worker.exited())
  })
})
