import { test } from '@japa/runner'
import { addDays, parisDay } from '#shared/dates'
import { now } from '#core/clock'
import { createDueVisit, createEmployee, createMember, createRequest, createUser, createVisit } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { inDays } from '#tests/support/clock'
import { signedInAs, visitor } from '#tests/support/http'

const daysAway = (days: number) => addDays(parisDay(now()), days)

async function memberWith(names: string[]) {
  const member = await createMember()
  const employees = []
  for (const name of names) employees.push(await createEmployee({ member, family_name: name, first_name: 'Anne' }))
  return { member, employees, someone: await signedInAs(await createUser({ member })) }
}

/** The employees of a page, in its order. */
const listed = (html: string) => [...html.matchAll(/href="\/salaries\/[0-9a-f-]{36}">([^<]+)</g)].map(([, name]) => name)

test.group('The list of employees', () => {
  test('shows those present with their next due visit, the soonest first', async ({ assert }) => {
    const { employees, someone } = await memberWith(['Brieuc', 'Castel', 'Dutertre'])
    await createDueVisit({ employee: employees[0]!, until_on: daysAway(400) })
    await createDueVisit({ employee: employees[0]!, kind: 'intermediate', until_on: daysAway(90) })
    await createDueVisit({ employee: employees[1]!, until_on: daysAway(-12) })
    const page = await someone.get('/salaries')

    assert.deepEqual(listed(page.html), ['Anne Castel', 'Anne Brieuc', 'Anne Dutertre'])
    assert.include(page.text, 'En retard de 12 jours')
    assert.include(page.text, 'Dans 90 jours')
    assert.notInclude(page.text, 'À jour 0')
    assert.include(page.text, '3 salariés présents, dont 1 en retard de visite')
  })

  test('shows the next convocation, or the request that waits for one', async ({ assert }) => {
    const { employees, someone } = await memberWith(['Brieuc', 'Castel', 'Dutertre'])
    const later = await createVisit({ employee: employees[0]!, startsAt: inDays(40, '10:00') })
    const next = await createVisit({ employee: employees[0]!, startsAt: inDays(12, '14:30') })
    await createVisit({ employee: employees[1]!, startsAt: inDays(5, '09:00'), visible: false })
    await createRequest({ employee: employees[1]!, state: 'taken' })
    const page = await someone.get('/salaries')

    assert.include(page.links, `/convocations/${next.id}`)
    assert.notInclude(page.links, `/convocations/${later.id}`)
    assert.include(page.text, 'Demande prise en charge')
    assert.include(page.text, 'Aucun rendez-vous')
    assert.notInclude(page.text, '9 h 00')
  })

  test('filters by category, due date, site and presence', async ({ assert }) => {
    const { member, employees, someone } = await memberWith(['Brieuc', 'Castel'])
    const site = await insert('sites', { member_id: member.id, name: 'Chantiers nord' })
    await createEmployee({ member, family_name: 'Eon', first_name: 'Anne', category: 'SIR', site_id: site.id })
    await createEmployee({ member, family_name: 'Fily', first_name: 'Anne', left_on: daysAway(-1) })
    await createEmployee({ member, family_name: 'Garel', first_name: 'Anne', left_on: daysAway(0) })
    await createDueVisit({ employee: employees[0]!, until_on: daysAway(-1) })
    await createDueVisit({ employee: employees[1]!, until_on: daysAway(30) })
    const names = async (query: string) => listed((await someone.get(`/salaries?${query}`)).html).map((name) => name!.slice(5))

    assert.deepEqual(await names('suivi=SIR'), ['Eon'])
    assert.deepEqual(await names(`site=${site.id}`), ['Eon'])
    assert.deepEqual(await names('echeance=retard'), ['Brieuc'])
    assert.deepEqual(await names('echeance=30'), ['Castel'])
    assert.deepEqual(await names('echeance=6-mois'), ['Castel'])
    assert.deepEqual(await names('echeance=ajour'), ['Eon', 'Garel'])
    assert.deepEqual(await names('presence=sortis'), ['Fily'])
    assert.deepEqual(await names('presence=tous&tri=-nom'), ['Garel', 'Fily', 'Eon', 'Castel', 'Brieuc'])
  })

  test('sorts by each column, and turns the order round', async ({ assert }) => {
    const { someone } = await memberWith(['Étienne', 'Zacharie', 'Abgrall'])
    const ascending = await someone.get('/salaries?tri=nom')
    assert.deepEqual(listed(ascending.html), ['Anne Abgrall', 'Anne Étienne', 'Anne Zacharie'])
    assert.include(ascending.html, 'aria-sort="ascending"')
    assert.include(ascending.links, '/salaries?tri=-nom')
    const descending = await someone.get('/salaries?tri=-nom')
    assert.deepEqual(listed(descending.html), ['Anne Zacharie', 'Anne Étienne', 'Anne Abgrall'])
    for (const tri of ['site', '-site', 'suivi', '-suivi', 'echeance', '-echeance']) {
      assert.lengthOf(listed((await someone.get(`/salaries?tri=${tri}`)).html), 3, tri)
    }
  })

  test('leads a selection to the request of a visit, by an ordinary form', async ({ assert }) => {
    const { employees, someone } = await memberWith(['Brieuc', 'Castel'])
    const page = await someone.get('/salaries')
    const form = page.form('Demander un rendez-vous')!
    assert.equal(form.action, '/demandes/nouvelle')
    assert.equal(form.method, 'get')
    for (const { id } of employees) assert.include(page.html, `value="${id}"`)
  })

  test('lets who may only read select nobody', async ({ assert }) => {
    const { member } = await memberWith(['Brieuc'])
    const page = await (await signedInAs(await createUser({ member, preset: 'lecture' }))).get('/salaries')
    assert.equal(page.status, 200)
    assert.notInclude(page.html, 'type="checkbox"')
    assert.isUndefined(page.form('Demander un rendez-vous'))
  })

  test('answers htmx with the results and the address to show', async ({ assert }) => {
    const { someone } = await memberWith(['Brieuc', 'Castel'])
    const page = await someone.get('/salaries?q=brieuc&suivi=&echeance=&presence=actuels', { htmx: true })
    assert.notInclude(page.html, '<header')
    assert.include(page.html, 'id="resultats"')
    assert.equal(page.headers.get('hx-push-url'), '/salaries?q=brieuc')
    assert.deepEqual(listed(page.html), ['Anne Brieuc'])
  })

  test('says what to do when the member has no employee', async ({ assert }) => {
    const { someone } = await memberWith([])
    const page = await someone.get('/salaries')
    assert.include(page.text, "Aucun salarié n'est encore enregistré")
    assert.include(page.links, 'mailto:relations-adherents@objectifsantetravail.fr')
  })

  test("never shows another member's employees, whatever the address asks", async ({ assert }) => {
    const { someone } = await memberWith(['Brieuc'])
    const foreign = await memberWith(['Quintin'])
    const site = await insert('sites', { member_id: foreign.member.id, name: 'Ailleurs' })
    for (const query of ['q=quintin', 'presence=tous', `site=${site.id}&presence=tous`, `adherent=${foreign.member.id}`]) {
      assert.notInclude((await someone.get(`/salaries?${query}`)).text, 'Anne Quintin', query)
    }
  })

  test('is refused without the right on the employees, and asks a stranger to sign in', async ({ assert }) => {
    const { member } = await memberWith(['Brieuc'])
    const billing = await signedInAs(await createUser({ member, preset: 'facturation' }))
    const page = await billing.get('/salaries')
    assert.equal(page.status, 403)
    assert.notInclude(page.text, 'Brieuc')
    assert.equal((await visitor().get('/salaries')).location, '/connexion')
  })
})

test.group('Pages of the list', () => {
  async function sixty() {
    const { member, someone } = await memberWith([])
    for (let rank = 1; rank <= 60; rank += 1) {
      await createEmployee({ member, first_name: 'Anne', family_name: `Nom${String(rank).padStart(2, '0')}` })
    }
    return someone
  }

  test('twenty-five a page, with the way to the others', async ({ assert }) => {
    const someone = await sixty()
    const first = await someone.get('/salaries?tri=nom')
    assert.lengthOf(listed(first.html), 25)
    assert.include(first.text, 'Salariés 1 à 25 sur 60')
    assert.include(first.links, '/salaries?tri=nom&page=2')
    assert.notInclude(first.text, 'Page précédente')

    const last = await someone.get('/salaries?tri=nom&page=3')
    assert.include(last.text, 'Salariés 51 à 60 sur 60')
    assert.equal(listed(last.html).at(-1), 'Anne Nom60')
    assert.notInclude(last.text, 'Page suivante')
  })

  test('a page before the first is the first, one past the end is the last', async ({ assert }) => {
    const someone = await sixty()
    const shown = async (page: string) => (await someone.get(`/salaries?page=${page}`)).text.match(/Salariés (\d+) à/)?.[1]
    for (const page of ['0', '-3', 'abc', '', '1.9', '%20', '1e-9']) assert.equal(await shown(page), '1', page)
    for (const page of ['4', '999999', '99999999999999999999999', '1e308', '1e999', 'Infinity']) {
      assert.equal(await shown(page), '51', page)
    }
  })
})
