import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { convocationFacts, requestFacts, requestWatch, substituteVisit, visitPlan } from '#visits'
import { createMember, createEmployee, createRequest, createUser, createVisit, insert } from '#tests/support/factories'
import { NOW, someoneDue } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')
const convokedAt = parisInstant('2026-11-06', '11:20')

test.group('What workflows ask of a visit', () => {
  test('its plan: limit, reminders, close of the window, outcome, soonest first', async ({ assert }) => {
    const visit = await createVisit({ startsAt, convokedAt })
    const plan = (await asStaff((trx) => visitPlan(trx, visit.id)))!
    assert.equal(plan.state, 'convoked')
    assert.equal(plan.limit.toISO(), '2026-11-28T10:00:00.000+01:00')
    assert.deepEqual(
      plan.moments.map(({ key, at }) => [key, at.toFormat('dd/MM HH:mm')]),
      [
        ['week_before', '23/11 09:00'],
        ['limit_eve', '27/11 09:00'],
        ['window_closes', '28/11 10:00'],
        ['day_before', '29/11 09:00'],
        ['outcome_asked', plan.endsAt.plus({ minutes: 30 }).toFormat('dd/MM HH:mm')],
      ]
    )
    assert.isNull(await asStaff((trx) => visitPlan(trx, randomUUID())))
  })

  test('what a message may say of it, and never its kind', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, email: 'elodie@essai.example' })
    const user = await createUser({ member })
    const visit = await createVisit({ employee, startsAt, convokedAt, acknowledgedBy: user })
    const facts = (await asStaff((trx) => convocationFacts(trx, visit.id)))!
    assert.containsSubset(facts, {
      visitId: visit.id, sequence: 0, state: 'convoked', minutes: 30, cancelled: null, substitutedBy: null, substitutes: null,
      member: { id: member.id, number: member.number, name: member.name },
      employee: { id: employee.id, name: employee.name, email: 'elodie@essai.example' },
      centre: { name: 'Centre de Vern', phone: '02 99 00 00 00' },
      practitioner: { name: 'Maëlle Tanguy', jobTitle: 'Infirmière en santé au travail' },
    })
    assert.isNotNull(facts.acknowledgedAt)
    assert.equal(facts.limit.toISO(), '2026-11-28T10:00:00.000+01:00')
    assert.notInclude(JSON.stringify(facts), 'periodic')
    assert.isNull(await asStaff((trx) => convocationFacts(trx, randomUUID())))
  })

  test('who cancelled it', async ({ assert }) => {
    const member = await createMember()
    const user = await createUser({ member })
    const visit = await createVisit({ member, startsAt, convokedAt, state: 'cancelled' })
    const row = { visit_id: visit.id, member_id: member.id, asked_by_user: user.id, reason: 'Autre raison', limit_at: startsAt }
    await insert('cancellations', { ...row, decision: 'refused', at: NOW.minus({ days: 1 }) })
    await insert('cancellations', { ...row, decision: 'accepted', at: NOW })
    const { cancelled } = (await asStaff((trx) => convocationFacts(trx, visit.id)))!
    assert.equal(cancelled!.by, 'member')
    assert.equal(cancelled!.at.toMillis(), NOW.toMillis())
  })

  test('who took its slot, and whose slot it took', async ({ assert }) => {
    const member = await createMember()
    const user = await createUser({ member })
    const visit = await createVisit({ employee: await createEmployee({ member, first_name: 'Sylvain', family_name: 'Ortolan' }), startsAt, convokedAt })
    const karim = await someoneDue(member)
    const given = await asStaff((trx) => substituteVisit(trx, { visitId: visit.id, employeeId: karim.id, userId: user.id }, NOW))
    assert.isTrue(given.ok)
    const newId = given.ok ? given.value.visitId : ''
    const former = (await asStaff((trx) => convocationFacts(trx, visit.id)))!
    const next = (await asStaff((trx) => convocationFacts(trx, newId)))!
    assert.deepEqual(former.substitutedBy, { visitId: newId, employeeName: 'Karim Bensallah' })
    assert.deepEqual(next.substitutes, { visitId: visit.id, employeeName: 'Sylvain Ortolan' })
  })
})

test.group('What workflows ask of a request', () => {
  test('what to raise now, and when to look again', async ({ assert }) => {
    const request = await createRequest({ requestedAt: parisInstant('2026-11-20', '10:00'), legalDeadline: '2026-12-20' })
    await insert('escalations', { visit_request_id: request.id, kind: 'not_taken' })
    const watch = (await asStaff((trx) => requestWatch(trx, request.id, NOW)))!
    assert.deepEqual(watch.escalate, [])
    assert.isFalse(watch.closed)
    assert.equal(watch.next!.toISO(), '2026-12-05T09:00:00.000+01:00')
    const later = (await asStaff((trx) => requestWatch(trx, request.id, parisInstant('2026-12-05', '09:00'))))!
    assert.deepEqual(later.escalate, ['deadline_near'])
    assert.isNull(await asStaff((trx) => requestWatch(trx, randomUUID(), NOW)))
  })

  test('nothing once it is over', async ({ assert }) => {
    const request = await createRequest({ state: 'held' })
    assert.deepEqual(await asStaff((trx) => requestWatch(trx, request.id, NOW)), { escalate: [], next: null, closed: true })
  })

  test('its facts', async ({ assert }) => {
    const request = await createRequest({ kind: 'liaison', state: 'refused' })
    const facts = await asStaff((trx) => requestFacts(trx, request.id))
    assert.containsSubset(facts, { id: request.id, kind: 'liaison', state: 'refused', refusalReason: 'Une visite est déjà prévue', employeeName: 'Aurélie Le Guern' })
    assert.isNull(await asStaff((trx) => requestFacts(trx, randomUUID())))
  })
})
