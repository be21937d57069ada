import { test } from '@japa/runner'
import { refreshOutdated } from '#follow_up'
import { addDays, parisInstant, type Day } from '#shared/dates'
import { createEmployee, createMember, createStoppage, insert, owner, rowsOf } from '#tests/support/factories'
import { SCHEDULES } from '#workflows/schedules'
import { allActivities } from '#workflows/activities'

const TODAY = '2026-11-24'
const night = (day: Day) => allActivities({ now: async () => parisInstant(day, '02:30') }).refreshFollowUps()
const categoryOf = async (id: string) => (await rowsOf('employees', { id }))[0]!.category
const codesOf = async (id: string) => (await rowsOf('follow_ups', { employee_id: id }))[0]!.duties.map(({ code }: { code: string }) => code)

test.group('Every night', () => {
  test('a schedule asks the law again', ({ assert }) => {
    assert.deepInclude(SCHEDULES, { activity: 'refreshFollowUps', hour: 2, minute: 30 })
  })

  test('what time alone changes is found: a change of post, the 31st day of a stoppage', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, hired_on: '2024-03-04', post: { to_on: TODAY } })
    await insert('posts', { employee_id: employee.id, member_id: member.id, from_on: addDays(TODAY, 1), job_title: 'Couvreuse', risks: ['asbestos'] })
    await createStoppage({ employee, first_day: addDays(TODAY, -29), last_day: addDays(TODAY, 20) })
    await night(TODAY)
    assert.equal(await categoryOf(employee.id), 'SI')
    assert.isEmpty(await codesOf(employee.id))
    await night(addDays(TODAY, 1))
    assert.equal(await categoryOf(employee.id), 'SIR')
    assert.deepEqual(await codesOf(employee.id), ['tell_employee_of_pre_return', 'tell_employee_of_liaison_meeting'])
  })

  test('in batches, each once: a second run has nothing left to do', async ({ assert }) => {
    const member = await createMember()
    const people = []
    for (let n = 0; n < 5; n += 1) people.push(await createEmployee({ member, hired_on: '2026-11-30' }))
    const day = addDays(TODAY, 30)
    assert.isAtLeast(await refreshOutdated(day, 2), 5)
    assert.equal(await refreshOutdated(day, 2), 0)
    for (const { id } of people) assert.lengthOf(await rowsOf('due_visits', { employee_id: id }), 1)
  })

  test('a run that was stopped goes on where it was', async ({ assert }) => {
    const member = await createMember()
    const people = [await createEmployee({ member, hired_on: '2026-11-30' }), await createEmployee({ member, hired_on: '2026-11-30' })]
    const day = addDays(TODAY, 60)
    await refreshOutdated(day)
    await owner().from('follow_ups').where('employee_id', people[1]!.id).update({ computed_on: TODAY })
    assert.equal(await refreshOutdated(day), 1)
  })

  test('people in the archives are left alone', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), left_on: '2020-01-31', hired_on: '2019-01-07', archived_at: '2026-01-01T10:00:00Z' })
    await refreshOutdated(addDays(TODAY, 90))
    assert.isEmpty(await rowsOf('follow_ups', { employee_id: employee.id }))
  })
})
