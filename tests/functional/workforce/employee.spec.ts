import { test } from '@japa/runner'
import { now } from '#core/clock'
import { addDays, parisDay } from '#shared/dates'
import { createDueVisit, createEmployee, createMember, createRequest, createUser, createVisit } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { inDays } from '#tests/support/clock'
import { signedInAs, visitor } from '#tests/support/http'

const BECAUSE = [
  "Dernière visite qui compte : visite d'information et de prévention périodique, le 12 janvier 2024",
  'Article R4624-17 : suivi adapté, trois ans au plus entre deux visites',
  'Au plus tard le 12 janvier 2027',
]

async function setting(values = {}) {
  const member = await createMember()
  const site = await insert('sites', { member_id: member.id, name: 'Chantiers nord' })
  const employee = await createEmployee({ member, site_id: site.id, first_name: 'Thibault', family_name: 'Garrigou', job_title: 'Couvreur', ...values })
  return { member, employee, someone: await signedInAs(await createUser({ member })) }
}

test.group('The page of an employee', () => {
  test('says who they are, without naming them in the title', async ({ assert }) => {
    const { member, employee, someone } = await setting({ category: 'SIR', hired_on: '2022-05-02' })
    const page = await someone.get(`/salaries/${employee.id}`)
    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Thibault Garrigou')
    assert.equal(page.title, `Fiche salarié – ${member.name} – Espace adhérent OSTRA`)
    assert.include(page.text, 'Couvreur, Chantiers nord, depuis le lundi 2 mai 2022')
    assert.include(page.text, 'Renforcé (SIR)')
  })

  test('shows why a date is due, with its article', async ({ assert }) => {
    const { employee, someone } = await setting({ category: 'SIA' })
    await createDueVisit({ employee, until_on: '2027-01-12', articles: ['R4624-17'], because: BECAUSE })
    const page = await someone.get(`/salaries/${employee.id}`)
    for (const words of ['Pourquoi cette date', '12 janvier 2024', 'Article R4624-17', 'Au plus tard le 12 janvier 2027']) {
      assert.include(page.text, words)
    }
    assert.include(page.text, "Visite d'information et de prévention, périodique, au plus tard")
  })

  test('never says the cause of an adapted follow-up', async ({ assert }) => {
    const { employee, someone } = await setting({ category: 'SIA' })
    await createDueVisit({ employee, articles: ['R4624-17'], because: BECAUSE })
    const page = await someone.get(`/salaries/${employee.id}`)
    assert.include(page.text, 'Adapté (SIA)')
    for (const cause of ['handicap', 'invalidité', 'nuit', 'enceinte', 'grossesse']) assert.notInclude(page.text.toLowerCase(), cause)
  })

  test('says that a visit is late, and by how much', async ({ assert }) => {
    const { employee, someone } = await setting()
    await createDueVisit({ employee, until_on: addDays(parisDay(now()), -12) })
    const page = await someone.get(`/salaries/${employee.id}`)
    assert.include(page.text, 'Suivi simple, en retard.')
    assert.include(page.text, 'En retard de 12 jours')
  })

  test('shows the visits to come, those that are over, and the requests in progress', async ({ assert }) => {
    const { employee, someone } = await setting()
    const coming = await createVisit({ employee, startsAt: inDays(9, '10:00') })
    const held = await createVisit({ employee, startsAt: inDays(-400, '10:00'), state: 'held' })
    const missed = await createVisit({ employee, startsAt: inDays(-30, '10:00'), state: 'unexcused' })
    await createRequest({ employee, kind: 'employer_demand', state: 'taken' })
    await createRequest({ employee, kind: 'return', state: 'refused' })
    const page = await someone.get(`/salaries/${employee.id}`)
    for (const { id } of [coming, held, missed]) assert.include(page.links, `/convocations/${id}`)
    for (const words of ['Convocation à confirmer', 'Réalisée', 'Absence non excusée', "Visite à la demande de l'employeur", 'Prise en charge']) {
      assert.include(page.text, words)
    }
    assert.notInclude(page.text, 'Visite de reprise')
  })

  test('hides a visit that the employer must not know of', async ({ assert }) => {
    const { employee, someone } = await setting()
    const hidden = await createVisit({ employee, startsAt: inDays(9, '10:00'), kind: 'on_demand', visible: false })
    const page = await someone.get(`/salaries/${employee.id}`)
    assert.notInclude(page.html, hidden.id)
    assert.notInclude(page.text, 'Visite à la demande')
  })

  test('leads to the request of a visit, for who may ask one', async ({ assert }) => {
    const { member, employee, someone } = await setting()
    const ask = `/demandes/nouvelle?salarie=${employee.id}`
    assert.include((await someone.get(`/salaries/${employee.id}`)).links, ask)
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    assert.notInclude((await reader.get(`/salaries/${employee.id}`)).links, ask)
  })

  test('says when somebody has left, and asks no visit for them', async ({ assert }) => {
    const { employee, someone } = await setting({ hired_on: '2022-05-02', left_on: '2025-03-31' })
    const page = await someone.get(`/salaries/${employee.id}`)
    assert.include(page.text, "jusqu'au lundi 31 mars 2025")
    assert.notInclude(page.links, `/demandes/nouvelle?salarie=${employee.id}`)
  })

  test("of another member is not found, as one that does not exist", async ({ assert }) => {
    const { someone } = await setting()
    const { employee: foreign } = await setting()
    for (const id of [foreign.id, '01900000-0000-7000-8000-000000000000', '1', 'nouvelle', `${foreign.id}'`]) {
      const page = await someone.get(`/salaries/${encodeURIComponent(id)}`)
      assert.equal(page.status, 404, id)
      assert.notInclude(page.text, 'Garrigou')
    }
  })

  test('is refused without the right on the employees, and asks a stranger to sign in', async ({ assert }) => {
    const { member, employee } = await setting()
    const billing = await signedInAs(await createUser({ member, preset: 'facturation' }))
    const page = await billing.get(`/salaries/${employee.id}`)
    assert.equal(page.status, 403)
    assert.notInclude(page.text, 'Garrigou')
    assert.equal((await visitor().get(`/salaries/${employee.id}`)).location, '/connexion')
  })

  test('answers htmx with the title and the content only', async ({ assert }) => {
    const { employee, someone } = await setting()
    const page = await someone.get(`/salaries/${employee.id}`, { htmx: true })
    assert.notInclude(page.html, '<header')
    assert.equal(page.heading, 'Thibault Garrigou')
  })
})
