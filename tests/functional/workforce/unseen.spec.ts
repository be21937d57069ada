import { test } from '@japa/runner'
import { asMembers } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { createEmployee, createMember, createRequest, createSituation, createStaff, createVisit, owner, rowsOf } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { itIs } from '#tests/support/clock'
import type { Visitor } from '#tests/support/http'
import { workplace } from '#tests/functional/workforce/world'

const addressesOf = ({ id }: { id: string }) => [
  `/salaries/${id}`,
  `/salaries/${id}/modifier`,
  `/salaries/${id}/poste`,
  `/salaries/${id}/arrets`,
  `/salaries/${id}/sortie`,
  '/salaries?presence=tous',
  '/salaries.csv?presence=tous',
  '/demandes/echeances?delai=retard',
  '/demandes/echeances?delai=30',
  '/demandes/echeances?delai=90',
  '/demandes/echeances.csv?delai=90',
]

/** Everything that the pages and files about somebody hold, sources included; the forms of a change as they answer too. */
async function allOf(someone: Visitor, employee: { id: string }): Promise<{ address: string; source: string }[]> {
  const sources = []
  for (const address of addressesOf(employee)) sources.push({ address, source: (await someone.get(address)).html })
  const stoppage = { origine: 'illness', premier_jour: '01/09/2026', dernier_jour: '14/11/2026' }
  sources.push({ address: 'arrets, before', source: (await someone.post(`/salaries/${employee.id}/arrets`, stoppage)).html })
  sources.push({ address: 'sortie, before', source: (await someone.post(`/salaries/${employee.id}/sortie`, { sortie: '20/12/2026', motif: 'other' })).html })
  sources.push({ address: 'poste, before', source: (await someone.post(`/salaries/${employee.id}/poste`, { a_partir_du: '01/12/2026', intitule: 'Métreuse' })).html })
  return sources
}

// DOMAIN 7, line by line, on every page, form and export of the workforce.
test.group('What the employer never sees of the workforce', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  test('why the follow-up of an employee is adapted', async ({ assert }) => {
    const { employee, someone } = await workplace({ job_title: 'Métreuse' })
    await createSituation({ employee, code: 'disability' })
    // A correction makes the engine decide again, under the portal's role.
    await someone.get(`/salaries/${employee.id}/modifier`)
    await someone.post(`/salaries/${employee.id}/modifier`, { matricule: '42' })
    assert.equal((await owner().from('employees').where('id', employee.id).first()).category, 'SIA')
    for (const { address, source } of await allOf(someone, employee)) {
      for (const word of ['disability', 'handicap', 'invalidit', 'R4624-20', 'RQTH']) assert.notInclude(source.toLowerCase(), word.toLowerCase(), address)
    }
  })

  test('that somebody is pregnant, gave birth or breastfeeds', async ({ assert }) => {
    const { employee, someone } = await workplace()
    for (const code of ['pregnant', 'postpartum', 'breastfeeding']) await createSituation({ employee, code, from_on: '2026-06-01' })
    await someone.get(`/salaries/${employee.id}/modifier`)
    await someone.post(`/salaries/${employee.id}/modifier`, { matricule: '42' })
    for (const { address, source } of await allOf(someone, employee)) {
      for (const word of ['pregnant', 'enceinte', 'grossesse', 'allait', 'R4624-19', 'sans délai vers le médecin']) assert.notInclude(source.toLowerCase(), word.toLowerCase(), address)
    }
  })

  test('a situation, even asked by a query of the portal', async ({ assert }) => {
    const { member, employee } = await workplace()
    await createSituation({ employee })
    await assert.rejects(() => asMembers([member.id], (trx) => trx.from('situations').select('code')), /permission denied/)
  })

  test("a visit at the employee's or the doctor's demand, nor a pre-return visit, before they are released", async ({ assert }) => {
    const { employee, someone } = await workplace()
    const hidden = []
    for (const [rank, kind] of (['on_demand', 'pre_return'] as const).entries()) {
      hidden.push(await createVisit({ employee, kind, visible: false, startsAt: parisInstant(`2026-12-1${rank}`, '13:13') }))
      hidden.push(await createVisit({ employee, kind, visible: false, state: 'held', startsAt: parisInstant(`2026-10-1${rank}`, '13:13') }))
    }
    for (const { address, source } of await allOf(someone, employee)) {
      assert.notInclude(source, '13 h 13', address)
      for (const { id } of hidden) assert.notInclude(source, id, address)
    }
  })

  test('a hidden visit stops neither a departure nor a stoppage, and stays', async ({ assert }) => {
    const { employee, someone } = await workplace()
    const visit = await createVisit({ employee, kind: 'on_demand', visible: false, startsAt: parisInstant('2026-12-10', '10:00') })
    await someone.get(`/salaries/${employee.id}/sortie`)
    assert.equal((await someone.post(`/salaries/${employee.id}/sortie`, { sortie: '30/11/2026', motif: 'other', etape: 'enregistrer', [`visite_${visit.id}`]: 'annuler' })).status, 303)
    assert.equal((await rowsOf('visits', { id: visit.id }))[0].state, 'convoked')
  })

  test('internal routing: who of the staff took a request', async ({ assert }) => {
    const { employee, someone } = await workplace()
    const planner = await createStaff({ name: 'Nolwenn Secrète' })
    await createRequest({ employee, state: 'taken', takenBy: planner })
    for (const { address, source } of await allOf(someone, employee)) {
      assert.notInclude(source, 'Nolwenn Secrète', address)
      assert.notInclude(source, planner.id, address)
    }
  })

  test("what a doctor noted of a visit: its earlier date shows, its finding does not", async ({ assert }) => {
    const { employee, someone } = await workplace()
    const doctor = await createStaff({ role: 'health' })
    const visit = await createVisit({ employee, kind: 'periodic_information', state: 'held', startsAt: parisInstant('2026-03-10', '10:00'), practitionerKind: 'doctor' })
    const noted = { noted_by: doctor.id, noted_at: '2026-03-10T10:00:00Z' }
    await insert('visit_findings', { visit_id: visit.id, member_id: employee.memberId, next_by: '2026-12-15', no_measure_needed: true, ...noted })
    await someone.get(`/salaries/${employee.id}/modifier`)
    await someone.post(`/salaries/${employee.id}/modifier`, { matricule: '42' })
    const sources = await allOf(someone, employee)
    assert.include(sources[0]!.source, 'datetime="2026-12-15"')
    for (const { address, source } of sources) for (const word of ['no_measure', 'aucune mesure', doctor.id]) assert.notInclude(source, word, address)
  })

  test('anything of another employer', async ({ assert }) => {
    const { employee, someone } = await workplace()
    const foreign = await createEmployee({ member: await createMember(), first_name: 'Zélie', family_name: 'Ailleurs', birth_date: '1990-05-12' })
    await createVisit({ employee: foreign, startsAt: parisInstant('2026-12-10', '10:00') })
    for (const { address, source } of await allOf(someone, employee)) {
      assert.notInclude(source, 'Ailleurs', address)
      assert.notInclude(source, foreign.id, address)
    }
    for (const address of addressesOf(foreign).slice(0, 5)) assert.equal((await someone.get(address)).status, 404, address)
  })

  test('stays neutral in titles, addresses and file names: no name, no kind of visit', async ({ assert }) => {
    const { employee, someone } = await workplace()
    for (const address of addressesOf(employee).filter((one) => !one.includes('.csv'))) {
      const { title } = await someone.get(address)
      for (const word of ['Garrigou', 'reprise', 'aptitude']) assert.notInclude(title, word, address)
    }
    for (const address of ['/salaries.csv', '/demandes/echeances.csv']) {
      const name = (await someone.get(address)).headers.get('content-disposition')!
      assert.match(name, /filename="?(salaries|echeances)\.csv/)
    }
  })
})
