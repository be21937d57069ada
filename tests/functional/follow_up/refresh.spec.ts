import { test } from '@japa/runner'
import { asMembers, asStaff } from '#core/tenants'
import { findFollowUp, listDueVisits, refresh } from '#follow_up'
import { parisInstant } from '#shared/dates'
import {
  createDueVisit,
  createEmployee,
  createMember,
  createPost,
  createSituation,
  createStaff,
  createStoppage,
  createVisit,
  rowsOf,
} from '#tests/support/factories'

const TODAY = '2026-11-24'
const rewrite = (...ids: string[]) => asStaff((trx) => refresh(trx, ids, TODAY))
const dueTo = async (id: string) =>
  (await asStaff((trx) => listDueVisits(trx, [id]))).map(({ kind, until, articles }) => [kind, until, ...articles])
const categoryOf = async (id: string) => (await rowsOf('employees', { id }))[0]!.category

test.group('What is due to an employee', () => {
  test('is the first visit when none was held', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), hired_on: '2026-11-30' })
    await rewrite(employee.id)
    assert.deepEqual(await dueTo(employee.id), [['initial_information', '2027-02-28', 'R4624-10']])
  })

  test('follows the visits held, with the chain that explains each date', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), category: 'SIR', hired_on: '2022-05-02' })
    await createVisit({ employee, startsAt: parisInstant('2026-03-10', '23:30'), kind: 'fitness_periodic', state: 'held' })
    await createVisit({ employee, startsAt: parisInstant('2026-06-10', '10:00'), kind: 'intermediate', state: 'unexcused' })
    await rewrite(employee.id)
    assert.deepEqual(await dueTo(employee.id), [
      ['intermediate', '2028-03-10', 'R4624-28'],
      ['fitness_periodic', '2030-03-10', 'R4624-28'],
    ])
    const [first] = await asStaff((trx) => listDueVisits(trx, [employee.id]))
    assert.equal(first!.because.at(-1), 'Au plus tard le 10 mars 2028')
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
    assert.lengthOf(await rowsOf('follow_ups', { employee_id: employee.id }), 1)
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

test.group('The facts of the law engine', () => {
  test('are the posts: the category follows them', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), hired_on: '2024-03-04', post: { to_on: '2026-10-31' } })
    await createPost({ employee, from_on: '2026-11-01', risks: ['cmr'] })
    await rewrite(employee.id)
    assert.equal(await categoryOf(employee.id), 'SIR')
    assert.deepEqual((await dueTo(employee.id))[0], ['fitness_hiring', '2026-10-31', 'R4624-24'])
    const { warnings } = await asStaff((trx) => findFollowUp(trx, employee.id))
    assert.deepEqual(warnings.map(({ code }) => code), ['post_started_without_visit'])
  })

  test('are the stoppages that were not withdrawn, with what the employer does', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, hired_on: '2026-06-01' })
    await createStoppage({ employee, first_day: '2026-09-01', last_day: '2026-12-18', return_on: '2026-12-21' })
    const other = await createEmployee({ member, hired_on: '2026-06-01' })
    await createStoppage({ employee: other, withdrawn_at: '2026-11-01T10:00:00Z' })
    await rewrite(employee.id, other.id)
    assert.deepInclude(await dueTo(employee.id), ['return', '2026-12-29', 'R4624-31'])
    assert.notInclude((await dueTo(other.id)).flat(), 'return')
    const { duties } = await asStaff((trx) => findFollowUp(trx, employee.id))
    assert.deepEqual(duties.map(({ code }) => code), ['request_return_visit', 'tell_employee_of_pre_return', 'tell_employee_of_liaison_meeting'])
  })

  test('are the contract and its real end, and what the exposure makes due without a date', async ({ assert }) => {
    const apprentice = await createEmployee({ member: await createMember(), hired_on: '2026-11-30', contract_nature: 'apprenticeship' })
    const exposed = await createEmployee({ member: await createMember(), hired_on: '2020-05-04', post: { risks: ['asbestos'], to_on: '2026-10-31' } })
    await createPost({ employee: exposed, from_on: '2026-11-01' })
    await createVisit({ employee: exposed, startsAt: parisInstant('2026-03-10', '10:00'), kind: 'fitness_periodic', state: 'held' })
    await rewrite(apprentice.id, exposed.id)
    assert.deepEqual(await dueTo(apprentice.id), [['initial_information', '2027-01-30', 'R6222-36']])
    assert.deepEqual((await dueTo(exposed.id)).at(-1), ['post_exposure', null, 'L4624-2-1', 'R4624-28-1'])
  })

  test('are only those of the employment that runs', async ({ assert }) => {
    const employee = await createEmployee({ member: await createMember(), hired_on: '2026-10-05' })
    await createPost({ employee, from_on: '2019-01-07', to_on: '2021-06-30', risks: ['asbestos'] })
    await createStoppage({ employee, first_day: '2020-01-01', last_day: '2020-06-30' })
    await rewrite(employee.id)
    assert.deepEqual(await dueTo(employee.id), [['initial_information', '2027-01-05', 'R4624-10']])
  })
})

test.group('What the employer must not know', () => {
  test('adapts the follow-up in a transaction of the portal as in one of OSTRA, without its reason', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, hired_on: '2022-05-02' })
    await createSituation({ employee, code: 'invalidity_pension', from_on: '2023-01-01' })
    await createSituation({ employee, code: 'pregnant', from_on: '2026-06-01' })
    await createVisit({ employee, startsAt: parisInstant('2025-01-15', '10:00'), kind: 'initial_information', state: 'held' })
    const written = async () => ({ dues: await rowsOf('due_visits', { employee_id: employee.id }), told: await rowsOf('follow_ups', { employee_id: employee.id }) })

    await asMembers([member.id], (trx) => refresh(trx, [employee.id], TODAY))
    assert.equal(await categoryOf(employee.id), 'SIA')
    assert.deepEqual(await dueTo(employee.id), [['periodic_information', '2028-01-15', 'R4624-17']])
    const byPortal = await written()
    await rewrite(employee.id)
    const byStaff = await written()
    assert.deepEqual(byStaff, byPortal)
    assert.notMatch(JSON.stringify(byStaff), /invalidit|disab|handicap|pregnan|grossesse|enceinte|R4624-19|R4624-20/i)
  })

  test('is not in the facts that the role of the portal can read', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, hired_on: '2022-05-02' })
    await createSituation({ employee, code: 'disability' })
    await createSituation({ employee, code: 'breastfeeding', from_on: '2026-06-01' })
    await createVisit({ employee, startsAt: parisInstant('2026-01-15', '10:00'), kind: 'on_demand', practitionerKind: 'nurse', state: 'held', visible: false })
    const ask = (source: string) => asMembers([member.id], (trx) => trx.rawQuery(`select * from ${source}(?::uuid[], ?::date)`, [[employee.id], TODAY] as never))

    const { rows } = await ask('masked_follow_up_facts')
    assert.deepEqual(rows[0].facts.situations.map(({ code }: { code: string }) => code), ['undisclosed'])
    assert.isEmpty(rows[0].facts.visits)
    await assert.rejects(() => ask('follow_up_facts'), /permission denied/)
    await assert.rejects(() => asMembers([member.id], (trx) => trx.from('situations').select('code')), /permission denied/)
    await assert.rejects(() => asMembers([member.id], (trx) => trx.from('visit_findings').select('next_by')), /permission denied/)
    await assert.rejects(() => asMembers([member.id], (trx) => trx.from('visit_waivers').select('kind')), /permission denied/)
  })

  test('counts all the same: the date of a doctor seen in confidence, without the day', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, hired_on: '2022-05-02' })
    await createVisit({ employee, startsAt: parisInstant('2025-01-15', '10:00'), kind: 'initial_information', state: 'held' })
    const seen = await createVisit({ employee, startsAt: parisInstant('2026-05-06', '10:00'), kind: 'on_demand', practitionerKind: 'doctor', state: 'held', visible: false })
    await noteFindings(seen, { next_by: '2027-05-06' })
    await asMembers([member.id], (trx) => refresh(trx, [employee.id], TODAY))
    assert.deepEqual(await dueTo(employee.id), [['periodic_information', '2027-05-06', 'R4624-16']])
    assert.notMatch(JSON.stringify(await rowsOf('due_visits', { employee_id: employee.id })), /6 mai 2026|2026-05-06/)
  })
})

async function noteFindings(visit: { id: string; memberId: string }, values: object) {
  const staff = await createStaff()
  await asStaff((trx) =>
    trx.insertQuery().table('visit_findings').insert({ visit_id: visit.id, member_id: visit.memberId, noted_by: staff.id, noted_at: `${TODAY}T10:00:00Z`, ...values })
  )
}
