import { test } from '@japa/runner'
import { addDays, parisDay, type Day } from '#shared/dates'
import { now } from '#core/clock'
import { createDueVisit, createEmployee, createMember, createRequest, createUser, createVisit, owner } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { inDays } from '#tests/support/clock'
import { signedInAs } from '#tests/support/http'

const daysAway = (days: number) => addDays(parisDay(now()), days)

async function memberWithDues(dues: [name: string, untilOn: Day | null, kind?: string][]) {
  const member = await createMember()
  const employees = []
  for (const [name, untilOn, kind = 'periodic_information'] of dues) {
    const employee = await createEmployee({ member, first_name: 'Anne', family_name: name })
    await createDueVisit({ employee, until_on: untilOn, kind })
    employees.push(employee)
  }
  return { member, employees, someone: await signedInAs(await createUser({ member })) }
}

/** The employees of a page, in its order. */
const listed = (html: string) => [...html.matchAll(/href="\/salaries\/[0-9a-f-]{36}">Anne ([^<]+)</g)].map(([, name]) => name)

const DUES: [string, Day | null, string?][] = [
  ['Brieuc', daysAway(-40)],
  ['Castel', daysAway(-1)],
  ['Dutertre', daysAway(0)],
  ['Eon', daysAway(30)],
  ['Fily', daysAway(31)],
  ['Garel', daysAway(90)],
  ['Hervé', daysAway(91)],
  ['Izel', null, 'post_exposure'],
]

test.group('The due list', () => {
  test('has a tab for what is late, due in thirty days, in ninety, and without a date', async ({ assert }) => {
    const { someone } = await memberWithDues(DUES)
    const names = async (query: string) => listed((await someone.get(`/demandes/echeances${query}`)).html)
    assert.deepEqual(await names(''), ['Brieuc', 'Castel'])
    assert.deepEqual(await names('?delai=30'), ['Dutertre', 'Eon'])
    assert.deepEqual(await names('?delai=90'), ['Dutertre', 'Eon', 'Fily', 'Garel'])
    assert.deepEqual(await names('?delai=sans-date'), ['Izel'])
    const page = await someone.get('/demandes/echeances')
    for (const tab of ['En retard (2)', 'Sous 30 jours (2)', 'Sous 90 jours (4)', 'Sans date limite (1)']) assert.include(page.text, tab)
    assert.include(page.text, 'article R4624-16')
  })

  test('names whoever has left as such, and says that it counts visits where other pages count people', async ({ assert }) => {
    const { employees, someone } = await memberWithDues([['Brieuc', daysAway(-40)], ['Castel', daysAway(-10), 'post_exposure']])
    await owner().from('employees').where('id', employees[1]!.id).update({ left_on: '2026-02-24' })
    const page = await someone.get('/demandes/echeances')
    assert.include(page.text, 'En retard (2)')
    assert.include(page.text, 'sortie le 24 février 2026')
    assert.include(page.text, "Une ligne est une visite : celles d'un salarié sorti en font partie")
    assert.include((await someone.get('/salaries')).text, '1 salarié présent, dont 1 en retard de visite')
  })

  test('filters by site and by kind of visit, tabs included', async ({ assert }) => {
    const { member, employees, someone } = await memberWithDues(DUES)
    const site = await insert('sites', { member_id: member.id, name: 'Chantiers nord' })
    await owner().from('employees').where('id', employees[1]!.id).update({ site_id: site.id })
    await createDueVisit({ employee: employees[0]!, kind: 'mid_career', until_on: daysAway(-3) })
    const page = await someone.get(`/demandes/echeances?site=${site.id}`)
    assert.deepEqual(listed(page.html), ['Castel'])
    assert.include(page.text, 'Sous 90 jours (0)')
    assert.deepEqual(listed((await someone.get('/demandes/echeances?visite=mid_career')).html), ['Brieuc'])
  })

  test('shows the convocation to that very visit, or the request that waits', async ({ assert }) => {
    const { employees, someone } = await memberWithDues(DUES)
    const visit = await createVisit({ employee: employees[0]!, startsAt: inDays(9, '10:00') })
    await createVisit({ employee: employees[1]!, kind: 'on_demand', startsAt: inDays(9, '11:00') })
    await createRequest({ employee: employees[1]! })
    const page = await someone.get('/demandes/echeances')
    assert.include(page.links, `/convocations/${visit.id}`)
    assert.notInclude(page.text, '11 h 00')
    assert.include(page.text, 'Demande envoyée')
  })

  test('goes on where the page before stopped, whatever came in between', async ({ assert }) => {
    const { member, someone } = await memberWithDues(Array.from({ length: 52 }, (_, rank) => [`Nom${rank}`, daysAway(-100 + rank)]))
    const first = await someone.get('/demandes/echeances')
    assert.lengthOf(listed(first.html), 50)
    const next = first.links.find((link) => link.includes('apres='))!
    const early = await createEmployee({ member, first_name: 'Anne', family_name: 'Tard venue' })
    await createDueVisit({ employee: early, until_on: daysAway(-200) })
    const second = await someone.get(next)
    assert.deepEqual(listed(second.html), ['Nom50', 'Nom51'])
    assert.include(second.text, 'Revenir au début')
  })

  test('leads a selection to one request for many', async ({ assert }) => {
    const { employees, someone } = await memberWithDues(DUES)
    const form = (await someone.get('/demandes/echeances')).form('Demander un rendez-vous')!
    assert.deepEqual([form.action, form.method], ['/demandes/nouvelle', 'get'])
    const [one, other] = employees
    const page = await someone.get(`/demandes/nouvelle?salarie=${one!.id}&salarie=${other!.id}`)
    assert.include(page.text, 'Anne Brieuc')
    await someone.post('/demandes', { salarie: [one!.id, other!.id], nature: 'suivi' })
    assert.lengthOf(await owner().from('visit_requests').whereIn('employee_id', [one!.id, other!.id]), 2)
  })

  test('is exported with its filters, once in the journal, with no formula', async ({ assert }) => {
    const { member, someone } = await memberWithDues([...DUES, ['=cmd()', daysAway(-2)]])
    const file = await someone.get('/demandes/echeances.csv?delai=retard')
    assert.equal(file.status, 200)
    assert.include(file.html, 'Brieuc;Anne;')
    assert.include(file.html, "'=cmd()")
    assert.notInclude(file.html, 'Dutertre')
    const xlsx = await someone.get('/demandes/echeances.xlsx?delai=90')
    assert.include(xlsx.headers.get('content-type')!, 'spreadsheetml')
    const entries = await owner().from('journal_entries').where({ member_id: member.id, event: 'list.exported' })
    assert.sameMembers(entries.map(({ place }) => place), ['echeances.csv', 'echeances.xlsx'])
  })

  test('an address that nobody wrote by hand breaks nothing', async ({ assert }) => {
    const { someone } = await memberWithDues(DUES)
    const odd = ['delai=hier', 'delai=30&delai=90', 'apres=2026-13-45_0', 'apres=-_0198c0de-0000-7000-8000-000000000000', 'delai=sans-date&apres=2026-01-01_0198c0de-0000-7000-8000-000000000000', 'visite=pre_return', 'site=x', 'delai[]=x&apres[a]=b']
    for (const query of odd) assert.equal((await someone.get(`/demandes/echeances?${query}`)).status, 200, query)
  })

  test("never shows another member's, and lets who may only read select nobody", async ({ assert }) => {
    const { member } = await memberWithDues([['Autre', daysAway(-1)]])
    const foreign = await createUser({ member: await createMember() })
    const stranger = await signedInAs(foreign)
    assert.notInclude((await stranger.get('/demandes/echeances')).text, 'Anne Autre')
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    const page = await reader.get('/demandes/echeances')
    assert.include(page.text, 'Anne Autre')
    assert.notInclude(page.html, 'type="checkbox"')
    const biller = await signedInAs(await createUser({ member, preset: 'facturation' }))
    assert.equal((await biller.get('/demandes/echeances')).status, 403)
    assert.equal((await biller.get('/demandes/echeances.csv')).status, 403)
  })
})
