import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { askOutcome, cancelVisit, closeWindow, escalateRequest, recordOutcome, type Outcome } from '#visits'
import { createDueVisit, createRequest, createStaff, createVisit, rowOf, rowsOf } from '#tests/support/factories'
import { eventsAbout, NOW, toldAbout } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-24', '09:00')
const convokedAt = parisInstant('2026-11-05', '16:05')

const say = (visitId: string, outcome: Outcome, staffId: string, now = NOW) =>
  asStaff((trx) => recordOutcome(trx, { visitId, outcome, staffId }, now))

async function aPlannedVisit(values: Partial<Parameters<typeof createVisit>[0]> = {}) {
  const request = await createRequest({ state: 'planned' })
  const employee = { id: request.employeeId, memberId: request.memberId }
  return { employee, request, visit: await createVisit({ employee, startsAt, convokedAt, request, ...values }), staff: await createStaff() }
}

test.group('What became of a visit', () => {
  test('held: its request is over, and the next visit is due five years later', async ({ assert }) => {
    const { employee, request, visit, staff } = await aPlannedVisit()
    await createDueVisit({ employee, kind: 'initial_information', until_on: '2024-06-04' })
    assert.isTrue((await say(visit.id, 'held', staff.id)).ok)
    assert.containsSubset(await rowOf('visits', { id: visit.id }), { state: 'held', outcome_by: staff.id })
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'held')
    const due = await rowsOf('due_visits', { employee_id: employee.id })
    assert.deepEqual(due.map(({ kind, until_on: until }) => [kind, until]), [['periodic_information', '2031-11-24']])
    assert.deepEqual(await toldAbout(visit.id), ['visitWorkflow changed'])
    assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow changed'])
    assert.deepEqual(await eventsAbout(visit.id), ['visit.held'])
  })

  for (const outcome of ['excused', 'unexcused'] as const) {
    test(`${outcome}: its request waits for another slot, and what is due stays`, async ({ assert }) => {
      const { employee, request, visit, staff } = await aPlannedVisit()
      await createDueVisit({ employee, until_on: '2026-12-01' })
      assert.isTrue((await say(visit.id, outcome, staff.id)).ok)
      assert.equal((await rowOf('visits', { id: visit.id })).state, outcome)
      assert.containsSubset(await rowOf('visit_requests', { id: request.id }), { state: 'taken', closed_at: null })
      assert.equal((await rowOf('due_visits', { employee_id: employee.id })).until_on, '2026-12-01')
    })
  }

  test('is said once the visit has started, not before', async ({ assert }) => {
    const { visit, staff } = await aPlannedVisit()
    const early = await say(visit.id, 'held', staff.id, startsAt.minus({ milliseconds: 1 }))
    assert.isFalse(early.ok)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
    assert.isTrue((await say(visit.id, 'held', staff.id, startsAt)).ok)
  })

  test('is said once', async ({ assert }) => {
    const { visit, staff } = await aPlannedVisit()
    const answers = await Promise.all([say(visit.id, 'held', staff.id), say(visit.id, 'unexcused', staff.id)])
    assert.lengthOf(answers.filter(({ ok }) => ok), 1)
  })
})

test.group('A visit that OSTRA cancels', () => {
  const late = parisInstant('2026-11-25', '09:00')

  test('may be near; its slot is free and its request waits for another', async ({ assert }) => {
    const { request, visit, staff } = await aPlannedVisit({ startsAt: late })
    const input = { visitId: visit.id, by: { staff: staff.id }, reason: 'Médecin absent' }
    assert.isTrue((await asStaff((trx) => cancelVisit(trx, input, NOW))).ok)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
    assert.containsSubset(await rowOf('cancellations', { visit_id: visit.id }), { decision: 'accepted', asked_by_staff: staff.id, asked_by_user: null })
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'taken')
  })

  test('may not have begun', async ({ assert }) => {
    const { visit, staff } = await aPlannedVisit()
    const input = { visitId: visit.id, by: { staff: staff.id }, reason: 'Médecin absent' }
    const cancelled = await asStaff((trx) => cancelVisit(trx, input, NOW))
    assert.isFalse(cancelled.ok)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
  })
})

test.group('What time does to a visit', () => {
  test('its window closes at the limit, once, and not before', async ({ assert }) => {
    const visit = await createVisit({ startsAt: parisInstant('2026-11-30', '10:00'), convokedAt })
    const limit = parisInstant('2026-11-28', '10:00')
    const close = (now: typeof limit) => asStaff((trx) => closeWindow(trx, { visitId: visit.id }, now))
    const closedAt = async () => (await rowOf('visits', { id: visit.id })).window_closed_at
    await close(limit.minus({ milliseconds: 1 }))
    assert.isNull(await closedAt())
    await close(limit)
    assert.equal((await closedAt()).getTime(), limit.toMillis())
    await close(limit.plus({ hours: 1 }))
    assert.equal((await closedAt()).getTime(), limit.toMillis())
  })

  test('its outcome is asked after its end, once, while nobody said it', async ({ assert }) => {
    const { visit } = await aPlannedVisit()
    const ask = (now: typeof NOW) => asStaff((trx) => askOutcome(trx, { visitId: visit.id }, now))
    const askedAt = async () => (await rowOf('visits', { id: visit.id })).outcome_asked_at
    await ask(visit.endsAt.minus({ milliseconds: 1 }))
    assert.isNull(await askedAt())
    await ask(visit.endsAt.plus({ minutes: 30 }))
    await ask(visit.endsAt.plus({ minutes: 90 }))
    assert.equal((await askedAt()).getTime(), visit.endsAt.plus({ minutes: 30 }).toMillis())

    const { visit: done, staff } = await aPlannedVisit()
    await say(done.id, 'held', staff.id)
    await asStaff((trx) => askOutcome(trx, { visitId: done.id }, NOW.plus({ days: 1 })))
    assert.isNull((await rowOf('visits', { id: done.id })).outcome_asked_at)
  })

  test('a request that waits too long is told once for each reason', async ({ assert }) => {
    const request = await createRequest()
    const escalate = () => asStaff((trx) => escalateRequest(trx, { requestId: request.id, kinds: ['not_taken', 'deadline_near'] }, NOW))
    await escalate()
    await escalate()
    const kinds = (await rowsOf('escalations', { visit_request_id: request.id })).map(({ kind }) => kind)
    assert.sameMembers(kinds, ['not_taken', 'deadline_near'])
  })
})
