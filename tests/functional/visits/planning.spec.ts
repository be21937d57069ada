import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { moveVisit, planRequest, refuseRequest, takeRequest } from '#visits'
import {
  createDueVisit,
  createEmployee,
  createMember,
  createRequest,
  createSlot,
  createStaff,
  createVisit,
  rowOf,
  rowsOf,
} from '#tests/support/factories'
import { eventsAbout, NOW, someoneDue, toldAbout } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-12-03', '10:00')

const plan = (requestId: string, slotId: string, staffId: string) =>
  asStaff((trx) => planRequest(trx, { requestId, slotId, staffId }, NOW))

async function aRequest(values: Parameters<typeof createRequest>[0] = {}) {
  const employee = await someoneDue(await createMember())
  return { employee, request: await createRequest({ employee, ...values }), staff: await createStaff() }
}

test.group('Taking a request', () => {
  test('says whose it is, once', async ({ assert }) => {
    const { request, staff } = await aRequest()
    const input = { requestId: request.id, staffId: staff.id }
    assert.isTrue((await asStaff((trx) => takeRequest(trx, input, NOW))).ok)
    const row = await rowOf('visit_requests', { id: request.id })
    assert.containsSubset(row, { state: 'taken', taken_by: staff.id })
    assert.equal(row.taken_at.getTime(), NOW.toMillis())
    assert.deepEqual(await asStaff((trx) => takeRequest(trx, input, NOW)), { ok: false, error: { type: 'wrong_state', state: 'taken' } })
    assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow changed'])
    assert.deepEqual(await eventsAbout(request.id), ['visit_request.taken'])
  })

  test('refusing it keeps the reason for the employer', async ({ assert }) => {
    const { request, staff } = await aRequest({ state: 'taken' })
    const input = { requestId: request.id, staffId: staff.id, reason: 'Une visite est déjà prévue' }
    assert.isTrue((await asStaff((trx) => refuseRequest(trx, input, NOW))).ok)
    assert.containsSubset(await rowOf('visit_requests', { id: request.id }), { state: 'refused', refused_by: staff.id, refusal_reason: input.reason })
    assert.isFalse((await asStaff((trx) => refuseRequest(trx, input, NOW))).ok)
  })
})

test.group('Giving a request its slot', () => {
  test('books it, convokes, and tells both workflows', async ({ assert }) => {
    const { employee, request, staff } = await aRequest({ state: 'taken' })
    const slot = await createSlot({ startsAt, minutes: 30, kind: 'nurse' })
    const planned = await plan(request.id, slot.id, staff.id)
    assert.isTrue(planned.ok)

    const visit = await rowOf('visits', { visit_request_id: request.id })
    assert.containsSubset(visit, {
      employee_id: employee.id, slot_id: slot.id, practitioner_id: slot.practitionerId,
      kind: 'periodic_information', state: 'convoked', convoked_by: staff.id, sequence: 0,
    })
    assert.equal(visit.starts_at.getTime(), startsAt.toMillis())
    assert.equal(visit.convoked_at.getTime(), NOW.toMillis())
    assert.equal((await rowOf('slots', { id: slot.id })).visit_id, visit.id)
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'planned')
    assert.deepEqual(await toldAbout(visit.id), ['visitWorkflow'])
    assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow changed'])
    assert.deepEqual(await eventsAbout(visit.id), ['visit.convoked'])
  })

  test('that nobody took yet takes it too', async ({ assert }) => {
    const { request, staff } = await aRequest()
    const slot = await createSlot({ startsAt, minutes: 30 })
    await plan(request.id, slot.id, staff.id)
    assert.containsSubset(await rowOf('visit_requests', { id: request.id }), { state: 'planned', taken_by: staff.id })
  })

  test('gives a follow-up the visit that is due first', async ({ assert }) => {
    const { employee, request, staff } = await aRequest()
    await createDueVisit({ employee, kind: 'fitness_periodic', until_on: '2026-10-01' })
    const slot = await createSlot({ startsAt, minutes: 60, kind: 'doctor' })
    await plan(request.id, slot.id, staff.id)
    assert.equal((await rowOf('visits', { visit_request_id: request.id })).kind, 'fitness_periodic')
  })

  test('refuses a slot that will not do, and writes nothing', async ({ assert }) => {
    const { request, staff } = await aRequest({ kind: 'post_exposure' })
    const nurses = await createSlot({ startsAt, minutes: 60, kind: 'nurse' })
    const short = await createSlot({ startsAt, minutes: 59 })
    const past = await createSlot({ startsAt: NOW })
    const taken = await createVisit({ startsAt, kind: 'return', practitionerKind: 'doctor' })
    assert.deepEqual(await plan(request.id, nurses.id, staff.id), { ok: false, error: { type: 'wrong_practitioner' } })
    assert.deepEqual(await plan(request.id, short.id, staff.id), { ok: false, error: { type: 'slot_too_short', minutes: 60 } })
    assert.deepEqual(await plan(request.id, past.id, staff.id), { ok: false, error: { type: 'slot_past' } })
    assert.deepEqual(await plan(request.id, taken.slotId, staff.id), { ok: false, error: { type: 'slot_taken' } })
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'sent')
    assert.lengthOf(await rowsOf('visits', { visit_request_id: request.id }), 0)
    assert.isNull((await rowOf('slots', { id: nurses.id })).visit_id)
    assert.deepEqual(await toldAbout(request.id), [])
  })

  test('refuses an hour at which the employee is at another visit, and leaves the slot free', async ({ assert }) => {
    const { employee, request, staff } = await aRequest()
    await createVisit({ employee, startsAt, kind: 'on_demand' })
    const slot = await createSlot({ startsAt: startsAt.plus({ minutes: 30 }), minutes: 30 })
    assert.deepEqual(await plan(request.id, slot.id, staff.id), { ok: false, error: { type: 'employee_busy' } })
    assert.isNull((await rowOf('slots', { id: slot.id })).visit_id)
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'sent')
  })

  test('refuses a follow-up that is not due any more', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember() })
    const request = await createRequest({ employee })
    const slot = await createSlot({ startsAt })
    assert.deepEqual(await plan(request.id, slot.id, (await createStaff()).id), { ok: false, error: { type: 'nothing_due' } })
  })

  test('refuses a request that is over', async ({ assert }) => {
    const { request, staff } = await aRequest({ state: 'cancelled' })
    const slot = await createSlot({ startsAt })
    assert.deepEqual(await plan(request.id, slot.id, staff.id), { ok: false, error: { type: 'wrong_state', state: 'cancelled' } })
  })

  test('fifty at once for the last slot: one is convoked, forty-nine are told that it is taken', async ({ assert }) => {
    const slot = await createSlot({ startsAt, minutes: 30, kind: 'nurse' })
    const staff = await createStaff()
    const member = await createMember()
    const requests = await Promise.all(Array.from({ length: 50 }, async () => createRequest({ employee: await someoneDue(member) })))
    const answers = await Promise.all(requests.map(({ id }) => plan(id, slot.id, staff.id)))

    assert.lengthOf(answers.filter(({ ok }) => ok), 1)
    const refused = answers.filter(({ ok }) => !ok)
    assert.deepEqual(refused, Array.from({ length: 49 }, () => ({ ok: false, error: { type: 'slot_taken' } })))
    const visits = await rowsOf('visits', { slot_id: slot.id })
    assert.lengthOf(visits, 1)
    assert.equal((await rowOf('slots', { id: slot.id })).visit_id, visits[0].id)
    const rows = await rowsOf('visit_requests', { member_id: member.id })
    assert.lengthOf(rows.filter(({ state }) => state === 'planned'), 1)
    assert.lengthOf(rows.filter(({ state }) => state === 'sent'), 49)
  })

  test('two planners at once for the same request: one visit', async ({ assert }) => {
    const { request, staff } = await aRequest()
    const slots = [await createSlot({ startsAt, minutes: 30 }), await createSlot({ startsAt, minutes: 30 })]
    const answers = await Promise.all(slots.map(({ id }) => plan(request.id, id, staff.id)))
    assert.sameDeepMembers(answers.map(({ ok }) => ok), [true, false])
    assert.deepEqual(answers.find(({ ok }) => !ok), { ok: false, error: { type: 'wrong_state', state: 'planned' } })
    assert.lengthOf(await rowsOf('visits', { visit_request_id: request.id }), 1)
  })
})

test.group('Moving a visit', () => {
  test('convokes anew at the other slot and frees the former', async ({ assert }) => {
    const staff = await createStaff()
    const visit = await createVisit({ startsAt, convokedAt: NOW.minus({ days: 10 }) })
    const slot = await createSlot({ startsAt: startsAt.plus({ days: 7 }), minutes: 30, kind: 'nurse' })
    const moved = await asStaff((trx) => moveVisit(trx, { visitId: visit.id, slotId: slot.id, staffId: staff.id }, NOW))
    assert.isTrue(moved.ok)
    const row = await rowOf('visits', { id: visit.id })
    assert.containsSubset(row, { slot_id: slot.id, practitioner_id: slot.practitionerId, sequence: 1, convoked_by: staff.id, window_closed_at: null })
    assert.equal(row.starts_at.getTime(), slot.startsAt.toMillis())
    assert.equal(row.convoked_at.getTime(), NOW.toMillis())
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
    assert.equal((await rowOf('slots', { id: slot.id })).visit_id, visit.id)
    assert.deepEqual(await toldAbout(visit.id), ['visitWorkflow changed'])
    assert.deepEqual(await eventsAbout(visit.id), ['visit.moved'])
  })

  test('to a slot that is taken, past or with who may not hold it changes nothing', async ({ assert }) => {
    const staff = await createStaff()
    const visit = await createVisit({ startsAt, kind: 'fitness_periodic' })
    const move = (slotId: string) => asStaff((trx) => moveVisit(trx, { visitId: visit.id, slotId, staffId: staff.id }, NOW))
    const taken = await createVisit({ startsAt, kind: 'fitness_periodic' })
    const nurses = await createSlot({ startsAt, kind: 'nurse' })
    const past = await createSlot({ startsAt: NOW.minus({ hours: 1 }) })
    assert.deepEqual(await move(taken.slotId), { ok: false, error: { type: 'slot_taken' } })
    assert.deepEqual(await move(nurses.id), { ok: false, error: { type: 'wrong_practitioner' } })
    assert.deepEqual(await move(past.id), { ok: false, error: { type: 'slot_past' } })
    assert.containsSubset(await rowOf('visits', { id: visit.id }), { slot_id: visit.slotId, sequence: 0 })
    assert.equal((await rowOf('slots', { id: visit.slotId })).visit_id, visit.id)
  })

  test('that is cancelled is refused', async ({ assert }) => {
    const staff = await createStaff()
    const visit = await createVisit({ startsAt, state: 'cancelled' })
    const slot = await createSlot({ startsAt })
    const moved = await asStaff((trx) => moveVisit(trx, { visitId: visit.id, slotId: slot.id, staffId: staff.id }, NOW))
    assert.deepEqual(moved, { ok: false, error: { type: 'not_convoked', state: 'cancelled' } })
  })
})
