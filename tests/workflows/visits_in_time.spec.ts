import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { tell } from '#core/outbox'
import { PARIS, addDays, parisDay, parisInstant, weekdayOf } from '#shared/dates'
import { ofName } from '#shared/wording'
import { cancelVisit, moveVisit, recordOutcome, substituteVisit } from '#visits'
import { createDueVisit, createEmployee, createMember, createSlot, createStaff, createUser, createVisit, rowOf } from '#tests/support/factories'
import { mailsTo } from '#tests/support/mailbox'
import { ended, inSkippedTime, passUntil, relay, statusOf, theirNow } from '#tests/workflows/skipped_time'
import { toldAbout, toldTo } from '#tests/workflows/told'

const onTheWall = (instant: DateTime) => instant.setZone(PARIS).toFormat('yyyy-MM-dd HH:mm')
const nine = (day: string) => `${day} 09:00`

/** The first Monday at least so many days from now. */
async function monday({ inDays }: { inDays: number }) {
  const day = addDays(parisDay(await theirNow()), inDays)
  return addDays(day, (8 - weekdayOf(day)) % 7)
}

/** The next Monday after a change of the clocks: that of the last Sunday of the month. */
async function mondayAfterClocksChange(month: '03' | '10') {
  const today = parisDay(await theirNow())
  const mondays = [0, 1].map((years) => {
    const last = `${Number(today.slice(0, 4)) + years}-${month}-31`
    return addDays(last, 1 - (weekdayOf(last) % 7))
  })
  return mondays.find((day) => day > addDays(today, 21))!
}

/** A visit that the worker knows of, convoked now. */
async function convoked(values: Parameters<typeof createVisit>[0]) {
  const visit = await createVisit({ convokedAt: await theirNow(), ...values })
  await asStaff((trx) => tell(trx, 'visit', visit.id))
  await relay()
  return visit
}

test.group('A visit as time passes', (group) => {
  inSkippedTime(group)

  test('is convoked at once, reminded at J-7, on the eve of its limit and at J-1, then closed and asked for its outcome', async ({ assert }) => {
    const day = await monday({ inDays: 60 })
    const visit = await convoked({ startsAt: parisInstant(day, '10:00') })
    const now = await theirNow()
    await passUntil(visit.endsAt.plus({ hours: 1 }))

    const reminders = [
      ['visit.week_before.0', nine(addDays(day, -7))],
      ['visit.limit_eve.0', nine(addDays(day, -3))],
      ['visit.day_before.0', nine(addDays(day, -1))],
    ]
    assert.deepEqual(await toldTo('employee', visit.id), [['visit.convocation', onTheWall(now)], ...reminders])
    assert.deepEqual(await toldTo('contact', visit.id), [['visit.convocation', onTheWall(now)], ...reminders])
    const row = await rowOf('visits', { id: visit.id })
    assert.closeTo(row.window_closed_at.getTime(), parisInstant(addDays(day, -2), '10:00').toMillis(), 5000)
    assert.closeTo(row.outcome_asked_at.getTime(), visit.endsAt.plus({ minutes: 30 }).toMillis(), 5000)
    assert.equal(await statusOf(`visit:${visit.id}`), 'RUNNING')
  })

  test('is reminded at 9:00 and closed 48 hours before across the change of the clocks of {month}')
    .with([
      { month: '10' as const, limit: '11:00' },
      { month: '03' as const, limit: '09:00' },
    ])
    .run(async ({ assert }, { month, limit }) => {
      const day = await mondayAfterClocksChange(month)
      const visit = await convoked({ startsAt: parisInstant(day, '10:00') })
      await passUntil(visit.startsAt)

      const told = await toldTo('employee', visit.id)
      assert.deepEqual(told.slice(1).map(([, at]) => at), [addDays(day, -7), addDays(day, -3), addDays(day, -1)].map(nine))
      const row = await rowOf('visits', { id: visit.id })
      assert.closeTo(row.window_closed_at.getTime(), parisInstant(addDays(day, -2), limit).toMillis(), 5000)
    })

  test('convoked inside its 48 hours is closed at once and gets only the reminders still to come', async ({ assert }) => {
    const day = await monday({ inDays: 10 })
    await passUntil(parisInstant(addDays(day, -2), '16:00'))
    const visit = await convoked({ startsAt: parisInstant(day, '10:00') })
    await passUntil(visit.startsAt)

    const told = await toldTo('contact', visit.id)
    assert.deepEqual(told.map(([message]) => message), ['visit.convocation', 'visit.day_before.0'])
    const row = await rowOf('visits', { id: visit.id })
    assert.closeTo(row.window_closed_at.getTime(), row.convoked_at.getTime(), 60_000)
  })

  test('whose workflow starts days late is convoked, and not reminded of what is past by more than a day', async ({ assert }) => {
    const day = await monday({ inDays: 30 })
    const visit = await createVisit({ startsAt: parisInstant(day, '10:00'), convokedAt: await theirNow() })
    await asStaff((trx) => tell(trx, 'visit', visit.id))
    const late = parisInstant(addDays(day, -5), '12:00')
    await passUntil(late)
    await relay()
    await passUntil(visit.startsAt)

    assert.deepEqual(await toldTo('employee', visit.id), [
      ['visit.convocation', onTheWall(late)],
      ['visit.limit_eve.0', nine(addDays(day, -3))],
      ['visit.day_before.0', nine(addDays(day, -1))],
    ])
  })

  test('cancelled by the employer stops its reminders and tells both', async ({ assert }) => {
    const member = await createMember()
    const [employee, user] = [await createEmployee({ member }), await createUser({ member })]
    const visit = await convoked({ startsAt: parisInstant(await monday({ inDays: 30 }), '10:00'), employee })
    await passUntil(visit.startsAt.minus({ days: 6 }))
    const now = await theirNow()
    await asStaff((trx) => cancelVisit(trx, { visitId: visit.id, by: { user: user.id }, reason: 'Congés' }, now))
    await relay()
    await ended(`visit:${visit.id}`)
    await passUntil(visit.endsAt)

    const told = (await toldTo('contact', visit.id)).map(([message]) => message)
    assert.deepEqual(told, ['visit.convocation', 'visit.week_before.0', 'visit.cancellation'])
    const [mail] = (await mailsTo(employee.email!)).toReversed()
    assert.include(mail!.text, "est annulé par votre employeur. Vous n'avez pas à vous présenter.")
    const row = await rowOf('visits', { id: visit.id })
    assert.isNull(row.window_closed_at)
    assert.isNotNull(row.workflow_ended_at)
  })

  test('moved by OSTRA is told its new date and reminded of it, never of the former', async ({ assert }) => {
    const staff = await createStaff()
    const day = await monday({ inDays: 30 })
    const visit = await convoked({ startsAt: parisInstant(day, '10:00') })
    await passUntil(parisInstant(addDays(day, -10), '12:00'))
    const slot = await createSlot({ startsAt: parisInstant(addDays(day, 14), '14:00'), minutes: 30, kind: 'nurse' })
    const now = await theirNow()
    const moved = await asStaff((trx) => moveVisit(trx, { visitId: visit.id, slotId: slot.id, staffId: staff.id }, now))
    assert.isTrue(moved.ok)
    await relay()
    await passUntil(slot.endsAt)

    assert.deepEqual((await toldTo('employee', visit.id)).slice(1), [
      ['visit.moved.1', onTheWall(now)],
      ['visit.week_before.1', nine(addDays(day, 7))],
      ['visit.limit_eve.1', nine(addDays(day, 11))],
      ['visit.day_before.1', nine(addDays(day, 13))],
    ])
    const row = await rowOf('visits', { id: visit.id })
    assert.closeTo(row.window_closed_at.getTime(), slot.startsAt.minus({ hours: 48 }).toMillis(), 5000)
  })

  test('substituted tells the one who leaves and convokes the one who comes', async ({ assert }) => {
    const member = await createMember()
    const [leaver, comer] = [await createEmployee({ member }), await createEmployee({ member, first_name: 'Yann', family_name: 'Prigent' })]
    await createDueVisit({ employee: comer })
    const user = await createUser({ member })
    const visit = await convoked({ startsAt: parisInstant(await monday({ inDays: 14 }), '10:00'), employee: leaver })
    await passUntil((await theirNow()).plus({ minutes: 1 }))
    const now = await theirNow()
    const exchanged = await asStaff((trx) => substituteVisit(trx, { visitId: visit.id, employeeId: comer.id, userId: user.id }, now))
    const newVisitId = exchanged.ok ? exchanged.value.visitId : ''
    await relay()
    await ended(`visit:${visit.id}`)
    await passUntil(visit.startsAt)

    const employees = async (id: string) => (await toldTo('employee', id)).map(([message]) => message)
    assert.deepEqual(await employees(visit.id), ['visit.convocation', 'visit.substitution'])
    assert.sameMembers(await employees(newVisitId), ['visit.convocation', 'visit.week_before.0', 'visit.limit_eve.0', 'visit.day_before.0'])
    const toLeaver = (await mailsTo(leaver.email!)).at(-1)!
    assert.include(toLeaver.text, 'à une autre personne')
    assert.notInclude(toLeaver.text, 'Yann')
    const toEmployer = (await mailsTo(member.email)).find(({ text }) => text.includes('Yann Prigent'))!
    assert.include(toEmployer.text, `à la place ${ofName(leaver.name)}`)
  })

  test('of which the employer may know nothing is told to the employee alone', async ({ assert }) => {
    const visit = await convoked({ startsAt: parisInstant(await monday({ inDays: 14 }), '10:00'), kind: 'pre_return', visible: false })
    await passUntil(visit.startsAt)

    const told = await toldAbout(visit.id)
    assert.lengthOf(told, 4)
    assert.deepEqual(new Set(told.map(({ to }) => to)), new Set(['employee']))
    const employee = await rowOf('employees', { id: visit.employeeId })
    for (const { text } of await mailsTo(employee.email)) assert.notInclude(text, 'employeur')
  })

  test('whose outcome is recorded ends its workflow and tells nobody', async ({ assert }) => {
    const staff = await createStaff()
    const visit = await convoked({ startsAt: parisInstant(await monday({ inDays: 2 }), '10:00') })
    await passUntil(visit.endsAt.plus({ hours: 1 }))
    const before = await toldAbout(visit.id)
    const now = await theirNow()
    await asStaff((trx) => recordOutcome(trx, { visitId: visit.id, outcome: 'unexcused', staffId: staff.id }, now))
    await relay()
    await ended(`visit:${visit.id}`)

    assert.deepEqual(await toldAbout(visit.id), before)
    assert.isNotNull((await rowOf('visits', { id: visit.id })).workflow_ended_at)
  })
})
