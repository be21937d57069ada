import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { createEmployee, createMember, createRequest, createUser, createVisit, rowOf, rowsOf } from '#tests/support/factories'
import { itIs } from '#tests/support/clock'
import { signedInAs, type Visitor } from '#tests/support/http'
import { changesOf, duesOf, employeeRow, workplace } from '#tests/functional/workforce/world'

const FIELDS = { a_partir_du: '04/01/2027', intitule: 'Désamianteur', pcs: '632a', risques: ['asbestos'] }

const change = (someone: Visitor, { id }: { id: string }, fields = {}) => someone.post(`/salaries/${id}/poste`, { ...FIELDS, ...fields })
const save = (someone: Visitor, who: { id: string }, fields = {}) => change(someone, who, { etape: 'enregistrer', ...fields })
const postsOf = async ({ id }: { id: string }) => (await rowsOf('posts', { employee_id: id })).toSorted((one, other) => one.from_on.localeCompare(other.from_on))

/** Somebody whose information visit was held, so that nothing is late. */
async function seen(values = {}) {
  const place = await workplace(values)
  await createVisit({ employee: place.employee, kind: 'initial_information', state: 'held', startsAt: parisInstant('2024-04-09', '10:00') })
  return place
}

test.group('Changing the post', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  test('says before which exam the risks bring, and by when', async ({ assert }) => {
    const { employee, someone } = await seen()
    await someone.get(`/salaries/${employee.id}/poste`)
    const page = await change(someone, employee)
    assert.equal(page.status, 200)
    assert.include(page.text, "Examen d'aptitude à l'embauche, avant la prise de poste, au plus tard le dimanche 3 janvier 2027 (article R4624-24)")
    assert.lengthOf(await postsOf(employee), 1)
  })

  test('ends the former post the day before, with its history', async ({ assert }) => {
    const { employee, someone } = await seen()
    const page = await save(someone, employee)
    assert.equal(page.status, 303)
    const [former, next] = await postsOf(employee)
    assert.equal(former.to_on, '2027-01-03')
    assert.include(next, { from_on: '2027-01-04', to_on: null, job_title: 'Désamianteur', pcs_code: '632a' })
    assert.include((await duesOf(employee)).find(({ kind }) => kind === 'fitness_hiring'), { until_on: '2027-01-03', before_post: true })
    assert.lengthOf(await changesOf(employee), 1)
    const after = await someone.follow(page)
    assert.include(after.text, 'Postes occupés')
    assert.include(after.text, 'Amiante')
  })

  test('on the first day of the current post corrects it', async ({ assert }) => {
    const { employee, someone } = await seen()
    await save(someone, employee, { a_partir_du: '04/03/2024' })
    const posts = await postsOf(employee)
    assert.lengthOf(posts, 1)
    assert.include(posts[0], { from_on: '2024-03-04', job_title: 'Désamianteur' })
    assert.equal((await employeeRow(employee)).category, 'SIR')
    const [{ before }] = await changesOf(employee)
    assert.include(before, { jobTitle: 'Menuisière' })
  })

  test('the same post again writes nothing', async ({ assert }) => {
    const { employee, someone } = await seen()
    await save(someone, employee, { intitule: 'Menuisière', pcs: '', risques: [] })
    assert.lengthOf(await postsOf(employee), 1)
    assert.isEmpty(await changesOf(employee))
  })

  test('away from a risk makes the employer advise the employee, and informs the service', async ({ assert }) => {
    const { employee, someone } = await workplace({ category: 'SIR' })
    const safe = { intitule: 'Métreur', risques: [], pcs: '' }
    await someone.get(`/salaries/${employee.id}/poste`)
    const page = await change(someone, employee, safe)
    assert.include(page.text, "Fin d'exposition à un risque particulier")
    const refused = await save(someone, employee, safe)
    assert.equal(refused.status, 422)
    assert.include(refused.text, "l'article R4624-28-2 le demande")
    assert.lengthOf(await postsOf(employee), 1)
    assert.equal((await save(someone, employee, { ...safe, avise: 'oui' })).status, 303)
    assert.include((await rowsOf('visit_requests', { employee_id: employee.id }))[0], { kind: 'post_exposure', state: 'sent' })
  })

  const CASES: [words: string, fields: object, sentence: string][] = [
    ['no day', { a_partir_du: '' }, 'Indiquez à partir de quand'],
    ['before the hiring', { a_partir_du: '01/01/2024' }, "Cette date est avant l'entrée, le 4 mars 2024"],
    ['no name', { intitule: ' ' }, "Indiquez l'intitulé du poste"],
    ['an unknown risk', { risques: ['asbestos', 'noise'] }, 'Choisissez parmi les risques proposés'],
  ]
  for (const [words, fields, sentence] of CASES) {
    test(`refuses ${words} with a sentence, and writes nothing`, async ({ assert }) => {
      const { employee, someone } = await workplace()
      const page = await save(someone, employee, fields)
      assert.equal(page.status, 422)
      assert.include(page.text, sentence)
      assert.lengthOf(await postsOf(employee), 1)
    })
  }

  test('before the current post began is refused, as after the departure', async ({ assert }) => {
    const { employee, someone } = await seen({ left_on: '2026-12-31' })
    const late = await save(someone, employee)
    assert.equal(late.status, 422)
    assert.include(late.text, 'Cette date est après la sortie, le 31 décembre 2026')
    await save(someone, employee, { a_partir_du: '01/12/2026', risques: [] })
    const early = await save(someone, employee, { a_partir_du: '15/11/2026', intitule: 'Couvreur', risques: [] })
    assert.include(early.text, 'Le poste actuel est tenu depuis le 1er décembre 2026')
    assert.equal((await postsOf(employee))[1].to_on, '2026-12-31')
  })

  test("finds no other member's employee, and is refused to whoever may only read", async ({ assert }) => {
    const { member, employee, someone } = await workplace()
    const foreign = await createEmployee({ member: await createMember() })
    assert.equal((await save(someone, foreign)).status, 404)
    const reader = await signedInAs(await createUser({ member, preset: 'convocations' }))
    assert.equal((await save(reader, employee)).status, 403)
    assert.lengthOf(await postsOf(employee), 1)
    assert.lengthOf(await postsOf(foreign), 1)
  })
})

test.group('A post that changes the kind of a convoked visit', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  const NOW_AT_RISK = { a_partir_du: '25/11/2026' }

  test('plans it again: the visit is given back and the exam is asked', async ({ assert }) => {
    const { employee, someone } = await workplace({ hired_on: '2026-10-05' })
    const request = await createRequest({ employee, state: 'planned' })
    const visit = await createVisit({ employee, kind: 'initial_information', startsAt: parisInstant('2026-12-10', '10:00'), request })
    await someone.get(`/salaries/${employee.id}/poste`)
    const page = await change(someone, employee, NOW_AT_RISK)
    assert.include(page.text, 'Une visite est déjà fixée le jeudi 10 décembre 2026')
    const saved = await save(someone, employee, { ...NOW_AT_RISK, [`visite_${visit.id}`]: 'deplacer' })
    assert.equal(saved.status, 303)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'cancelled')
    const [asked] = await rowsOf('visit_requests', { employee_id: employee.id, state: 'sent' })
    assert.equal(asked.legal_deadline, '2026-11-24')
  })

  test('leaves a visit whose kind stays', async ({ assert }) => {
    const { employee, someone } = await workplace({ hired_on: '2026-10-05' })
    const visit = await createVisit({ employee, kind: 'initial_information', startsAt: parisInstant('2026-12-10', '10:00') })
    await save(someone, employee, { ...NOW_AT_RISK, risques: [] })
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
    assert.lengthOf(await postsOf(employee), 2)
  })
})
