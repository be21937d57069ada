import { test } from '@japa/runner'
import { asMembers, asStaff } from '#core/tenants'
import { listDueVisits, refresh } from '#follow_up'
import { parisInstant } from '#shared/dates'
import { createDueVisit, createEmployee, createMember, createVisit, rowsOf } from '#tests/support/factories'

const TODAY = '2026-11-24'
const rewrite = (...ids: string[]) => asStaff((trx) => refresh(trx, ids, TODAY))
const dueTo = async (id: string) =>
  (await asStaff((trx) => listDueVisits(trx, [id]))).map(({ kind, until, articles }) => [kind, until, ...articles])

test.group('What is due to an employee', () => {
  test('is the first visit when none was held', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), hired_on: '2026-11-30' })
    await rewrite(employee.id)
    assert.deepEqual(await dueTo(employee.id), [['initial_information', '2027-02-28', 'R4624-10']])
  })

  test('follows the visits held, with the sum that explains each date', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), category: 'SIR', hired_on: '2022-05-02' })
    await createVisit({ employee, startsAt: parisInstant('2026-03-10', '23:30'), kind: 'fitness_periodic', state: 'held' })
    await createVisit({ employee, startsAt: parisInstant('2026-06-10', '10:00'), kind: 'intermediate', state: 'unexcused' })
    await rewrite(employee.id)
    assert.deepEqual(await dueTo(employee.id), [
      ['intermediate', '2028-03-10', 'R4624-28'],
      ['fitness_periodic', '2030-03-10', 'R4624-28'],
    ])
    const [first] = await asStaff((trx) => listDueVisits(trx, [employee.id]))
    assert.equal(first!.sum.at(-1)!.label, 'Date limite')
  })

  test('replaces what was due before, for these employees only', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, hired_on: '2026-11-30' })
    const other = await createEmployee({ member })
    await createDueVisit({ employee, kind: 'intermediate' })
    await createDueVisit({ employee, kind: 'initial_information', until_on: '2020-01-01' })
    await createDueVisit({ employee: other, kind: 'intermediate' })
    await rewrite(employee.id)
    assert.deepEqual(await dueTo(employee.id), [['initial_information', '2027-02-28', 'R4624-10']])
    assert.lengthOf(await rowsOf('due_visits', { employee_id: other.id }), 1)
  })

  test('is nothing after a departure', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), left_on: '2026-11-23' })
    await createDueVisit({ employee })
    await rewrite(employee.id)
    assert.deepEqual(await dueTo(employee.id), [])
  })

  test('found twice at once is written once', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), hired_on: '2026-11-30' })
    await Promise.all(Array.from({ length: 8 }, () => rewrite(employee.id)))
    assert.lengthOf(await rowsOf('due_visits', { employee_id: employee.id }), 1)
  })

  test('of another member is out of reach', async ({ assert }) => {
    const mine = await createMember()
    const stranger = await createEmployee({ member: await createMember() })
    await createDueVisit({ employee: stranger })
    await asMembers([mine.id], (trx) => refresh(trx, [stranger.id], TODAY))
    assert.lengthOf(await asMembers([mine.id], (trx) => listDueVisits(trx, [stranger.id])), 0)
    assert.lengthOf(await rowsOf('due_visits', { employee_id: stranger.id }), 1)
  })
})
