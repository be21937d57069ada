import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { tell } from '#core/outbox'
import { addDays, addWorkingDays, parisDay, parisInstant } from '#shared/dates'
import { refuseRequest, takeRequest } from '#visits'
import { createEmployee, createMember, createRequest, createStaff, rowOf, rowsOf } from '#tests/support/factories'
import { mailsTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, passUntil, relay, theirNow } from '#tests/workflows/skipped_time'

/** A request that the worker knows of, sent now. */
async function sent(values: Parameters<typeof createRequest>[0] = {}) {
  const requestedAt = await theirNow()
  const request = await createRequest({ requestedAt, ...values })
  await asStaff((trx) => tell(trx, 'visit_request', request.id))
  await relay()
  return { ...request, requestedAt }
}

async function escalationsOf({ id }: { id: string }) {
  const rows = await rowsOf('escalations', { visit_request_id: id })
  return rows.toSorted((one, other) => one.raised_at - other.raised_at) as { kind: string; raised_at: Date }[]
}

const nineOn = (day: string) => parisInstant(day, '09:00')

function assertAt(assert: any, raised: { raised_at: Date } | undefined, instant: DateTime) {
  assert.closeTo(raised!.raised_at.getTime(), instant.toMillis(), 5000)
}

test.group('A request as time passes', (group) => {
  inSkippedTime(group)

  test('that nobody takes is told to the back office on the second working day, then as its deadline nears and passes', async ({ assert }) => {
    const today = parisDay(await theirNow())
    const legalDeadline = addDays(today, 60)
    const request = await sent({ legalDeadline })
    await passUntil(nineOn(addDays(legalDeadline, 2)))

    const raised = await escalationsOf(request)
    assert.deepEqual(raised.map(({ kind }) => kind), ['not_taken', 'deadline_near', 'deadline_passed'])
    assertAt(assert, raised[0], nineOn(addWorkingDays(today, 2)))
    assertAt(assert, raised[1], nineOn(addDays(legalDeadline, -15)))
    assertAt(assert, raised[2], nineOn(addDays(legalDeadline, 1)))
  })

  test('that is taken in time is not said to be forgotten', async ({ assert }) => {
    const staff = await createStaff()
    const request = await sent()
    const now = await theirNow()
    await asStaff((trx) => takeRequest(trx, { requestId: request.id, staffId: staff.id }, now))
    await passUntil(now.plus({ days: 30 }))

    assert.isEmpty(await escalationsOf(request))
  })

  test('is acknowledged to the employer, once', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member })
    const request = await sent({ employee })
    await passUntil(request.requestedAt.plus({ days: 20 }))

    const mails = await mailsTo(member.email)
    assert.lengthOf(mails, 1)
    assert.equal(mails[0]!.subject, 'Demande de rendez-vous santé au travail reçue')
    assert.include(mails[0]!.text, `pour ${employee.name}`)
  })

  test('that is refused ends, and the employer reads why', async ({ assert }) => {
    const [member, staff] = [await createMember(), await createStaff()]
    const request = await sent({ employee: await createEmployee({ member }) })
    const now = await theirNow()
    await asStaff((trx) => refuseRequest(trx, { requestId: request.id, staffId: staff.id, reason: 'Une visite est déjà prévue.' }, now))
    await relay()
    await ended(`visit_request:${request.id}`)
    await passUntil(now.plus({ days: 30 }))

    const refusal = (await mailsTo(member.email)).find(({ subject }) => subject.endsWith('refusée'))!
    assert.include(refusal.text, 'Une visite est déjà prévue.')
    assert.isEmpty(await escalationsOf(request))
    assert.isNotNull((await rowOf('visit_requests', { id: request.id })).workflow_ended_at)
  })
})
