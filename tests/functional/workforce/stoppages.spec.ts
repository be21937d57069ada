import { test } from '@japa/runner'
import { addDays, parisInstant } from '#shared/dates'
import { createEmployee, createMember, createStoppage, createUser, createVisit, owner, rowOf, rowsOf } from '#tests/support/factories'
import { itIs } from '#tests/support/clock'
import { signedInAs, type Visitor } from '#tests/support/http'
import { changesOf, duesOf, journalOf, typed, workplace } from '#tests/functional/workforce/world'

const FIELDS = { origine: 'illness', premier_jour: '01/09/2026', dernier_jour: '14/11/2026', prescrit_le: '01/09/2026' }

const declare = (someone: Visitor, { id }: { id: string }, fields = {}) => someone.post(`/salaries/${id}/arrets`, { ...FIELDS, ...fields })
const save = (someone: Visitor, who: { id: string }, fields = {}) => declare(someone, who, { etape: 'enregistrer', ...fields })
const stoppagesOf = ({ id }: { id: string }) => rowsOf('stoppages', { employee_id: id })
const returnOf = async (employee: { id: string }) => (await duesOf(employee)).find(({ kind }) => kind === 'return')

test.group('Declaring a stoppage', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-10', '10:00'), (back) => t.cleanup(back)))

  test('of seventy-five days says before the return visit and its eight days, and writes nothing', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await someone.get(`/salaries/${employee.id}/arrets`)
    const page = await declare(someone, employee)
    assert.equal(page.status, 200)
    assert.include(page.text, 'Visite de reprise, du dimanche 15 novembre 2026 au lundi 23 novembre 2026 (article R4624-31)')
    assert.include(page.text, 'Demandez la visite de reprise dès que vous connaissez la date de retour.')
    assert.isEmpty(await stoppagesOf(employee))
    assert.isUndefined(await returnOf(employee))
  })

  test('writes it, makes the visit due, and says it again', async ({ assert }) => {
    const { employee, someone } = await workplace()
    const page = await save(someone, employee)
    assert.equal(page.status, 303)
    const [stoppage] = await stoppagesOf(employee)
    assert.include(stoppage, { origin: 'illness', first_day: '2026-09-01', last_day: '2026-11-14', prescribed_on: '2026-09-01' })
    assert.include(await returnOf(employee), { from_on: '2026-11-15', until_on: '2026-11-23' })
    const after = await someone.follow(page)
    assert.include(after.text, 'Visite de reprise due, du dimanche 15 novembre 2026 au lundi 23 novembre 2026 (article R4624-31)')
    assert.include(after.text, '75 jours')
    assert.equal((await journalOf(employee))[0].event, 'employee.stoppage_recorded')
  })

  test('the window runs from the day of return', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await save(someone, employee, { premier_jour: '01/10/2026', dernier_jour: '20/12/2026', prescrit_le: '01/10/2026', reprise_le: '21/12/2026' })
    assert.include(await returnOf(employee), { from_on: '2026-12-21', until_on: '2026-12-29' })
  })

  const THRESHOLDS: [origin: string, days: number, isDue: boolean][] = [
    ['illness', 59, false],
    ['illness', 60, true],
    ['non_work_accident', 59, false],
    ['non_work_accident', 60, true],
    ['work_accident', 29, false],
    ['work_accident', 30, true],
    ['occupational_disease', 1, true],
    ['maternity', 1, true],
    ['paternity', 25, false],
  ]
  for (const [origin, days, isDue] of THRESHOLDS) {
    test(`${origin} of ${days} days: ${isDue ? 'a return visit' : 'no return visit'}`, async ({ assert }) => {
      const { employee, someone } = await workplace()
      await save(someone, employee, { origine: origin, premier_jour: '01/10/2026', dernier_jour: typed(addDays('2026-10-01', days - 1)), prescrit_le: '01/10/2026' })
      assert.lengthOf(await stoppagesOf(employee), 1)
      assert.equal((await returnOf(employee)) !== undefined, isDue)
    })
  }

  test('a work accident of less than thirty days is told to the doctor, under its article', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await someone.get(`/salaries/${employee.id}/arrets`)
    const page = await declare(someone, employee, { origine: 'work_accident', premier_jour: '01/11/2026', dernier_jour: '29/11/2026', prescrit_le: '01/11/2026' })
    assert.include(page.text, 'Informez le médecin du travail de cet arrêt. (article R4624-33)')
    assert.notInclude(page.text, 'Visite de reprise, du')
  })

  test("a night worker's stoppage is told to the doctor whatever its length", async ({ assert }) => {
    const { employee, someone } = await workplace({ post: { night: true } })
    await someone.get(`/salaries/${employee.id}/arrets`)
    const page = await declare(someone, employee, { premier_jour: '09/11/2026', dernier_jour: '11/11/2026', prescrit_le: '09/11/2026' })
    assert.include(page.text, 'Informez le médecin du travail de cet arrêt. (article R3122-12)')
  })

  test('extensions that follow each other add up', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await save(someone, employee, { premier_jour: '01/09/2026', dernier_jour: '10/10/2026' })
    assert.isUndefined(await returnOf(employee))
    const [first] = await stoppagesOf(employee)
    const form = await someone.get(`/salaries/${employee.id}/arrets?prolonge=${first.id}`)
    assert.include(form.html, 'value="11/10/2026"')
    const page = await declare(someone, employee, { premier_jour: '11/10/2026', dernier_jour: '30/10/2026', prescrit_le: '10/10/2026' })
    assert.include(page.text, 'Visite de reprise, du samedi 31 octobre 2026 au dimanche 8 novembre 2026')
    await save(someone, employee, { premier_jour: '11/10/2026', dernier_jour: '30/10/2026', prescrit_le: '10/10/2026' })
    assert.include(await returnOf(employee), { from_on: '2026-10-31', until_on: '2026-11-08' })
  })

  test('is corrected, with what it was before', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await save(someone, employee)
    const [{ id }] = await stoppagesOf(employee)
    const form = await someone.get(`/salaries/${employee.id}/arrets/${id}`)
    assert.include(form.html, 'value="14/11/2026"')
    const page = await someone.post(`/salaries/${employee.id}/arrets/${id}`, { dernier_jour: '20/10/2026', etape: 'enregistrer' })
    assert.equal(page.status, 303)
    assert.equal((await stoppagesOf(employee))[0].last_day, '2026-10-20')
    assert.isUndefined(await returnOf(employee))
    const [change] = await changesOf(employee)
    assert.deepEqual([change.before, change.after], [{ lastDay: '2026-11-14' }, { lastDay: '2026-10-20' }])
  })

  test('is withdrawn without being erased', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await save(someone, employee)
    const [{ id }] = await stoppagesOf(employee)
    await someone.get(`/salaries/${employee.id}/arrets/${id}`)
    const page = await someone.post(`/salaries/${employee.id}/arrets/${id}/retrait`)
    assert.equal(page.status, 303)
    assert.isNotNull((await stoppagesOf(employee))[0].withdrawn_at)
    assert.isUndefined(await returnOf(employee))
    assert.include((await someone.follow(page)).text, "Aucun arrêt n'est déclaré")
    assert.equal((await someone.get(`/salaries/${employee.id}/arrets/${id}`)).status, 404)
    assert.equal((await save(someone, employee)).status, 303)
  })
})

test.group('A stoppage that covers a visit', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-10', '10:00'), (back) => t.cleanup(back)))

  const COVERING = { premier_jour: '09/11/2026', dernier_jour: '04/12/2026', prescrit_le: '09/11/2026' }

  test('asks what becomes of it, and moves it after the return', async ({ assert }) => {
    const { employee, someone } = await workplace()
    const visit = await createVisit({ employee, startsAt: parisInstant('2026-11-20', '10:00') })
    await someone.get(`/salaries/${employee.id}/arrets`)
    assert.include((await declare(someone, employee, COVERING)).text, 'Une visite est déjà fixée le vendredi 20 novembre 2026 à 10 h 00')
    assert.equal((await save(someone, employee, COVERING)).status, 422)
    const page = await save(someone, employee, { ...COVERING, [`visite_${visit.id}`]: 'deplacer' })
    assert.equal(page.status, 303)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
    const [request] = await rowsOf('visit_requests', { employee_id: employee.id })
    assert.include(request, { kind: 'follow_up', state: 'sent', wish_from: '2026-12-05' })
  })

  test('leaves alone a visit after it, and what takes place during a stoppage', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await createVisit({ employee, startsAt: parisInstant('2026-12-05', '10:00') })
    await createVisit({ employee, kind: 'liaison', startsAt: parisInstant('2026-11-20', '10:00') })
    await someone.get(`/salaries/${employee.id}/arrets`)
    assert.notInclude((await declare(someone, employee, COVERING)).text, 'Une visite est déjà fixée')
    assert.equal((await save(someone, employee, COVERING)).status, 303)
  })

  test('is over on an early return', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await createVisit({ employee, startsAt: parisInstant('2026-11-20', '10:00') })
    await someone.get(`/salaries/${employee.id}/arrets`)
    assert.notInclude((await declare(someone, employee, { ...COVERING, reprise_le: '20/11/2026' })).text, 'Une visite est déjà fixée')
    assert.include((await declare(someone, employee, { ...COVERING, reprise_le: '21/11/2026' })).text, 'Une visite est déjà fixée')
  })
})

test.group('A stoppage that cannot be', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-10', '10:00'), (back) => t.cleanup(back)))

  const CASES: [words: string, fields: object, sentence: string][] = [
    ['no origin', { origine: '' }, "Choisissez l'origine de l'arrêt"],
    ['an unknown origin', { origine: 'flu' }, 'Choisissez une des origines proposées'],
    ['no first day', { premier_jour: '' }, "Indiquez le premier jour de l'arrêt"],
    ['31 February', { premier_jour: '31/02/2026' }, "La date 31/02/2026 n'existe pas"],
    ['an end before the start', { dernier_jour: '31/08/2026' }, 'Le dernier jour est avant le premier'],
    ['four years', { dernier_jour: '01/09/2030' }, 'Un arrêt ne dure pas plus de trois ans'],
    ['before the hiring', { premier_jour: '01/03/2024', dernier_jour: '10/03/2024' }, 'Ce jour est hors du contrat'],
    ['a prescription to come', { prescrit_le: '11/11/2026' }, "L'arrêt ne peut pas avoir été prescrit dans le futur"],
    ['a return before it', { reprise_le: '01/09/2026' }, "La reprise est avant le premier jour de l'arrêt, ou ce jour-là"],
    ['on a day of another', { premier_jour: '20/08/2026', dernier_jour: '28/08/2026' }, 'Un arrêt est déjà déclaré du 15 août 2026 au 20 août 2026'],
  ]
  for (const [words, fields, sentence] of CASES) {
    test(`${words}: a French sentence, and nothing is written`, async ({ assert }) => {
      const { employee, someone } = await workplace()
      await createStoppage({ employee, first_day: '2026-08-15', last_day: '2026-08-20' })
      const page = await save(someone, employee, fields)
      assert.equal(page.status, 422)
      assert.include(page.text, sentence)
      assert.lengthOf(await stoppagesOf(employee), 1)
    })
  }

  test('two at once on the same days: one is written', async ({ assert }) => {
    const { employee, user } = await workplace()
    const two = await Promise.all([signedInAs(user), signedInAs(user)])
    const pages = await Promise.all(two.map((someone) => save(someone, employee)))
    assert.sameMembers(pages.map(({ status }) => status), [303, 422])
    assert.lengthOf(await stoppagesOf(employee), 1)
  })

  test("of another member's employee is not found, nor one of a colleague by its id", async ({ assert }) => {
    const { member, employee, someone } = await workplace()
    const foreign = await createEmployee({ member: await createMember() })
    assert.equal((await someone.get(`/salaries/${foreign.id}/arrets`)).status, 404)
    assert.equal((await save(someone, foreign)).status, 404)
    const colleague = await createEmployee({ member })
    const { id } = await createStoppage({ employee: colleague })
    assert.equal((await someone.get(`/salaries/${employee.id}/arrets/${id}`)).status, 404)
    assert.equal((await someone.post(`/salaries/${employee.id}/arrets/${id}/retrait`)).status, 404)
    assert.isNull((await rowOf('stoppages', { id })).withdrawn_at)
  })

  test('whoever may only read sees them and declares none', async ({ assert }) => {
    const { member, employee } = await workplace()
    await createStoppage({ employee })
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    const page = await reader.get(`/salaries/${employee.id}/arrets`)
    assert.equal(page.status, 200)
    assert.include(page.text, '75 jours')
    assert.notInclude(page.text, 'Déclarer un arrêt ou une prolongation')
    assert.equal((await save(reader, employee, { premier_jour: '15/11/2026', dernier_jour: '16/11/2026' })).status, 403)
    assert.lengthOf(await owner().from('stoppages').where('employee_id', employee.id), 1)
  })
})
