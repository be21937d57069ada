import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { now } from '#core/clock'
import { refresh } from '#follow_up'
import { addDays, addYears, formatDay, parisDay, parisInstant } from '#shared/dates'
import { createEmployee, createMember, createSituation, createStoppage, createUser, createVisit, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { staffAs } from '#tests/functional/back_office/staff_visitor'

const today = () => parisDay(now())
const dueOf = async (id: string) => Object.fromEntries((await rowsOf('due_visits', { employee_id: id })).map(({ kind, until_on }) => [kind, until_on]))
const eventsOf = (subject: string, event: string) => rowsOf('journal_entries', { subject_id: subject, event })

async function heldVisit(values: Partial<Parameters<typeof createVisit>[0]> = {}) {
  const member = await createMember()
  const employee = await createEmployee({ member, hired_on: addYears(today(), -3) })
  const visit = await createVisit({
    employee,
    startsAt: parisInstant(addDays(today(), -10), '10:00'),
    kind: 'periodic_information',
    practitionerKind: 'doctor',
    state: 'held',
    ...values,
  })
  return { member, employee, visit }
}

test.group("The doctor's earlier date", () => {
  test('is noted on the page of the visit, journaled, and moves what is due', async ({ assert }) => {
    const { employee, visit } = await heldVisit()
    const someone = await staffAs('health')
    const date = addDays(today(), 200)
    const path = `/admin/visites/${visit.id}`
    assert.include((await someone.get(path)).text, 'Noter le constat du médecin')
    const answer = await someone.post(`${path}/constat`, { prochaine: date.split('-').reverse().join('/') })
    assert.deepEqual([answer.status, answer.location], [303, path])
    assert.equal((await dueOf(employee.id)).periodic_information, date)
    assert.lengthOf(await eventsOf(visit.id, 'visit.findings_noted'), 1)
    assert.include((await someone.get(path)).html, date.split('-').reverse().join('/'))
  })

  test('noted again replaces the former, left empty lifts it', async ({ assert }) => {
    const { employee, visit } = await heldVisit()
    const someone = await staffAs('health')
    const path = `/admin/visites/${visit.id}`
    await someone.get(path)
    await someone.post(`${path}/constat`, { prochaine: addDays(today(), 200) })
    await someone.post(`${path}/constat`, { prochaine: addDays(today(), 100) })
    assert.equal((await dueOf(employee.id)).periodic_information, addDays(today(), 100))
    await someone.post(`${path}/constat`, { prochaine: '' })
    assert.equal((await dueOf(employee.id)).periodic_information, addYears(addDays(today(), -10), 5))
  })

  test('is refused on a day that does not exist or before the visit, with what was typed', async ({ assert }) => {
    const { visit } = await heldVisit()
    const someone = await staffAs('health')
    await someone.get(`/admin/visites/${visit.id}`)
    const wrong = await someone.post(`/admin/visites/${visit.id}/constat`, { prochaine: '31/02/2027' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.html, '31/02/2027')
    const early = await someone.post(`/admin/visites/${visit.id}/constat`, { prochaine: addDays(today(), -10) })
    assert.equal(early.status, 422)
    assert.include(early.text, 'Cette date doit suivre la visite')
    assert.isEmpty(await rowsOf('visit_findings', { visit_id: visit.id }))
  })

  test('of a visit that a nurse held, or that was not held, is none', async ({ assert }) => {
    const someone = await staffAs('health')
    for (const values of [{ practitionerKind: 'nurse' }, { state: 'excused' }] as const) {
      const { visit } = await heldVisit(values)
      assert.notInclude((await someone.get(`/admin/visites/${visit.id}`)).text, 'Noter le constat')
      assert.equal((await someone.post(`/admin/visites/${visit.id}/constat`, { prochaine: addDays(today(), 100) })).status, 409)
    }
  })

  test('is read by the health team alone', async ({ assert }) => {
    const { employee, visit } = await heldVisit()
    const health = await staffAs('health')
    await health.get(`/admin/visites/${visit.id}`)
    await health.post(`/admin/visites/${visit.id}/constat`, { prochaine: addDays(today(), 200) })
    for (const role of ['planner', 'administrator'] as const) {
      const someone = await staffAs(role)
      assert.notInclude((await someone.get(`/admin/visites/${visit.id}`)).html, 'constat')
      assert.equal((await someone.get(`/admin/salaries/${employee.id}/suivi`)).status, 403)
    }
  })
})

test.group('A pre-return visit without a measure', () => {
  test('frees of the return visit, and the employer is told nothing of it', async ({ assert }) => {
    const { member, employee, visit } = await heldVisit({ kind: 'pre_return', visible: false })
    await createStoppage({ employee, first_day: addDays(today(), -100), last_day: addDays(today(), 9), prescribed_on: addDays(today(), -100) })
    await asStaff((trx) => refresh(trx, [employee.id], today()))
    assert.equal((await dueOf(employee.id)).return, addDays(today(), 18))
    const someone = await staffAs('health')
    const path = `/admin/visites/${visit.id}`
    assert.include((await someone.get(path)).text, 'Aucune mesure nécessaire')
    await someone.post(`${path}/constat`, { mesure: 'aucune' })
    assert.notProperty(await dueOf(employee.id), 'return')

    const employer = await signedInAs(await createUser({ member, holder: true }))
    for (const address of [`/salaries/${employee.id}`, '/salaries', '/tableau-de-bord', '/convocations']) {
      const page = await employer.get(address)
      assert.notMatch(page.text, /mesure nécessaire|Visite de préreprise,|dispens/i, address)
      assert.notInclude(page.html, visit.id, address)
    }
  })
})

test.group('The follow-up of an employee, for the health team', () => {
  test('says why each date, with the reasons that the employer must not know', async ({ assert }) => {
    const { employee } = await heldVisit()
    await createSituation({ employee, code: 'invalidity_pension', from_on: addDays(today(), -5) })
    const page = await (await staffAs('health')).get(`/admin/salaries/${employee.id}/suivi`)
    for (const words of ["pension d'invalidité", 'Article R4624-17', 'Orientez sans délai vers le médecin du travail', 'Suivi SIA']) assert.include(page.text, words)
  })

  test('notes a situation, which adapts the follow-up; the employer sees the category and no reason', async ({ assert }) => {
    const { member, employee } = await heldVisit({ practitionerKind: 'nurse' })
    const someone = await staffAs('health')
    const path = `/admin/salaries/${employee.id}`
    await someone.get(`${path}/suivi`)
    const answer = await someone.post(`${path}/situation`, { situation: 'disability', debut: addDays(today(), -3) })
    assert.equal(answer.status, 303)
    assert.equal((await rowsOf('employees', { id: employee.id }))[0]!.category, 'SIA')
    assert.lengthOf(await eventsOf(employee.id, 'situation.noted'), 1)

    const employer = await signedInAs(await createUser({ member, holder: true }))
    for (const address of [`/salaries/${employee.id}`, '/salaries', '/salaries.csv', '/tableau-de-bord', `/demandes/nouvelle?salarie=${employee.id}`, '/acces/journal', '/demandes/echeances']) {
      const page = await employer.get(address)
      assert.notMatch(page.html, /handicap|disability|invalidit|R4624-20|Orientez/i, address)
    }
    assert.include((await employer.get(`/salaries/${employee.id}`)).text, 'Adapté (SIA)')

    await someone.post(`${path}/situation`, { situation: 'disability', debut: addDays(today(), -3), fin: addDays(today(), -1) })
    assert.equal((await rowsOf('employees', { id: employee.id }))[0]!.category, 'SI')
    assert.lengthOf(await rowsOf('situations', { employee_id: employee.id }), 1)
  })

  test('refuses a situation that ends before it begins, or that is known already', async ({ assert }) => {
    const { employee } = await heldVisit()
    await createSituation({ employee, code: 'disability', from_on: '2020-01-01' })
    const someone = await staffAs('health')
    const path = `/admin/salaries/${employee.id}`
    await someone.get(`${path}/suivi`)
    assert.equal((await someone.post(`${path}/situation`, {})).status, 422)
    assert.include((await someone.post(`${path}/situation`, { situation: 'disability', debut: '2023-01-01' })).text, 'déjà notée depuis le 1er janvier 2020')
    assert.include((await someone.post(`${path}/situation`, { situation: 'pregnant', debut: '2026-02-01', fin: '2026-01-01' })).text, 'La fin doit suivre le début')
  })

  test('waives a first visit for one held before the hiring, traced', async ({ assert }) => {
    const member = await createMember()
    const hiredOn = addDays(today(), -20)
    const employee = await createEmployee({ member, hired_on: hiredOn })
    await asStaff((trx) => refresh(trx, [employee.id], today()))
    assert.property(await dueOf(employee.id), 'initial_information')
    const someone = await staffAs('health')
    const path = `/admin/salaries/${employee.id}`
    const heldOn = addYears(hiredOn, -2)
    await someone.get(`${path}/suivi`)
    assert.equal((await someone.post(`${path}/dispense`, { visite: heldOn })).status, 422)
    assert.include((await someone.post(`${path}/dispense`, { visite: addDays(addYears(hiredOn, -5), -1), conditions: 'oui' })).text, 'trop ancienne')
    assert.equal((await someone.post(`${path}/dispense`, { visite: heldOn, conditions: 'oui' })).status, 303)
    assert.deepEqual(await dueOf(employee.id), { periodic_information: addYears(heldOn, 5) })
    assert.lengthOf(await eventsOf(employee.id, 'first_visit.waived'), 1)
    assert.equal((await someone.post(`${path}/dispense`, { visite: heldOn, conditions: 'oui' })).status, 409)

    const employer = await signedInAs(await createUser({ member, holder: true }))
    assert.notInclude((await employer.get(`/salaries/${employee.id}`)).text, formatDay(heldOn, { weekday: false }))
  })
})
