import { test } from '@japa/runner'
import { now } from '#core/clock'
import { rightsOf } from '#identity/rules/rights'
import { addDays, parisDay } from '#shared/dates'
import { inDays } from '#tests/support/clock'
import { createDueVisit, createEmployee, createMember, createRequest, createUser, createVisit } from '#tests/support/factories'
import { owner, rowsOf } from '#tests/support/factories/rows'
import { signedInAs } from '#tests/support/http'

const daysAway = (days: number) => addDays(parisDay(now()), days)
const plain = (text: string) => text.replace(/\s+/g, ' ')

async function accountant(count = 3) {
  const members = []
  for (let at = 0; at < count; at++) members.push(await createMember())
  return { members, someone: await signedInAs(await createUser({ members })) }
}

test.group('My accounts', () => {
  test('say what waits in each', async ({ assert }) => {
    const { members, someone } = await accountant(2)
    await createDueVisit({ employee: await createEmployee({ member: members[0]! }), until_on: daysAway(-3) })
    await createDueVisit({ employee: await createEmployee({ member: members[0]! }), until_on: daysAway(30) })
    await createDueVisit({ employee: await createEmployee({ member: members[0]! }), until_on: daysAway(31) })
    await createVisit({ employee: await createEmployee({ member: members[0]! }), startsAt: inDays(9, '10:00') })
    await createRequest({ employee: await createEmployee({ member: members[0]! }) })
    const { text } = await someone.get('/comptes')
    assert.include(plain(text), '1 visite en retard, 1 visite à demander sous 30 jours, 1 convocation à confirmer, 1 demande en cours')
    assert.include(text, 'Rien à faire')
  })

  test('tell nothing of the visits of an account where the user may not see them', async ({ assert }) => {
    const [seen, unseen] = [await createMember(), await createMember()]
    const user = await createUser({ member: seen })
    await owner().table('accesses').insert({ user_id: user.id, member_id: unseen.id, rights: rightsOf('facturation') })
    await createDueVisit({ employee: await createEmployee({ member: unseen }), until_on: daysAway(-3) })
    const someone = await signedInAs(user)
    const list = await someone.get('/comptes')
    assert.include(list.text, unseen.name)
    assert.notInclude(list.text, 'en retard')
    assert.notInclude((await someone.get('/comptes/echeances')).text, unseen.name)
  })

  test('begin with the one opened last', async ({ assert }) => {
    const { members, someone } = await accountant()
    for (const { id } of [members[2]!, members[0]!]) {
      await someone.get('/comptes')
      await someone.post(`/comptes/${id}/entree`)
    }
    const { html } = await someone.get('/comptes')
    const order = members.map(({ name }) => html.indexOf(`<b>${name}</b>`))
    assert.isBelow(order[0]!, order[2]!)
    assert.isBelow(order[2]!, order[1]!)
  })

  test('are searched by name and number', async ({ assert }) => {
    const { members, someone } = await accountant()
    const found = await someone.get(`/comptes?q=${members[1]!.number}`)
    assert.include(found.text, members[1]!.name)
    assert.notInclude(found.html, `<b>${members[0]!.name}</b>`)
    assert.include((await someone.get("/comptes?q='%20or%201=1")).text, 'Aucun compte ne correspond')
  })
})

test.group('What is due in all my accounts', () => {
  test('is one list, the most pressing first, with the way to ask in the right account', async ({ assert }) => {
    const { members, someone } = await accountant(2)
    const late = await createEmployee({ member: members[1]!, family_name: 'Ankersmit' })
    const soon = await createEmployee({ member: members[0]!, family_name: 'Zylberstein' })
    await createDueVisit({ employee: soon, until_on: daysAway(4) })
    await createDueVisit({ employee: late, until_on: daysAway(-4) })
    const page = await someone.get('/comptes/echeances')
    assert.isBelow(page.text.indexOf('Ankersmit'), page.text.indexOf('Zylberstein'))

    const asked = await someone.post(`/comptes/${members[1]!.id}/entree`, { vers: `/demandes/nouvelle?salarie=${late.id}` })
    assert.equal(asked.location, `/demandes/nouvelle?salarie=${late.id}`)
    const form = await someone.follow(asked)
    assert.include(form.title, members[1]!.name)
    assert.include(form.text, 'Ankersmit')
  })

  test('is parted into late, 30 and 90 days at their exact edges', async ({ assert }) => {
    const { members, someone } = await accountant(2)
    const people = { Minusun: -1, Zero: 0, Trente: 30, Trenteetun: 31, Nonante: 90, Nonanteetun: 91 }
    for (const [name, days] of Object.entries(people)) {
      await createDueVisit({ employee: await createEmployee({ member: members[0]!, family_name: name }), until_on: daysAway(days) })
    }
    const shown = async (echeance: string) => {
      const { text } = await someone.get(`/comptes/echeances?echeance=${echeance}`)
      return Object.keys(people).filter((name) => new RegExp(`\\b${name}\\b`).test(text))
    }
    assert.deepEqual(await shown('retard'), ['Minusun'])
    assert.deepEqual(await shown('30'), ['Zero', 'Trente'])
    assert.deepEqual(await shown('90'), ['Trenteetun', 'Nonante'])
    assert.deepEqual(await shown('inconnue'), ['Minusun', 'Zero', 'Trente', 'Trenteetun', 'Nonante'])
  })

  test('leaves out who is convoked, asked for, or gone', async ({ assert }) => {
    const { members, someone } = await accountant(2)
    const [convoked, asked] = [await createEmployee({ member: members[0]! }), await createEmployee({ member: members[0]! })]
    const gone = await createEmployee({ member: members[0]!, left_on: daysAway(-1) })
    for (const employee of [convoked, asked, gone]) await createDueVisit({ employee, until_on: daysAway(5), kind: 'periodic_information' })
    await createVisit({ employee: convoked, startsAt: inDays(3, '10:00') })
    await createRequest({ employee: asked })
    assert.include((await someone.get('/comptes/echeances')).text, 'Aucune visite à demander')
  })

  test('is a file too, written in the journal of each account that is in it', async ({ assert }) => {
    const { members, someone } = await accountant(3)
    await createDueVisit({ employee: await createEmployee({ member: members[0]!, family_name: '=Ankersmit' }), until_on: daysAway(4) })
    await createDueVisit({ employee: await createEmployee({ member: members[1]! }), until_on: daysAway(5) })
    const page = await someone.get('/comptes/echeances?echeance=30')
    assert.includeMembers(page.links, ['/comptes/echeances.csv?echeance=30', '/comptes/echeances.xlsx?echeance=30'])
    const csv = await someone.get('/comptes/echeances.csv?echeance=30')
    assert.match(csv.headers.get('content-disposition')!, /^attachment; filename="echeances\.csv"$/)
    assert.lengthOf(csv.html.trim().split('\r\n'), 3)
    assert.notMatch(csv.html, /(^|;)=/m)
    const entries = await Promise.all(members.map(({ id }) => rowsOf('journal_entries', { member_id: id, event: 'list.exported' })))
    assert.deepEqual(entries.map((rows) => rows.length), [1, 1, 0])
  })

  test("never shows a stranger's employees, nor leads out of the portal", async ({ assert }) => {
    const { members, someone } = await accountant(2)
    const foreign = await createMember()
    await createDueVisit({ employee: await createEmployee({ member: foreign, family_name: 'Vanstrydonck' }), until_on: daysAway(1) })
    assert.notInclude((await someone.get('/comptes/echeances')).text, 'Vanstrydonck')
    for (const vers of ['//ailleurs.example', 'https://ailleurs.example', '/\\ailleurs.example', '/salaries.csv']) {
      await someone.get('/comptes')
      assert.equal((await someone.post(`/comptes/${members[0]!.id}/entree`, { vers })).location, '/tableau-de-bord', vers)
    }
  })
})

test.group('A link to another of my accounts', () => {
  test('says whose page it is and opens it there', async ({ assert }) => {
    const { members, someone } = await accountant(2)
    const visit = await createVisit({ member: members[1]!, startsAt: inDays(9, '10:00') })
    await someone.get('/comptes')
    await someone.post(`/comptes/${members[0]!.id}/entree`)
    const page = await someone.get(`/convocations/${visit.id}`)
    assert.equal(page.status, 409)
    assert.include(page.text, `Ouvrir ${members[1]!.name}`)
    const opened = await someone.post(`/comptes/${members[1]!.id}/entree`, { vers: `/convocations/${visit.id}` })
    assert.equal((await someone.follow(opened)).status, 200)
  })

  test("is not found when it leads to a stranger's, or to what the member may not see", async ({ assert }) => {
    const { members, someone } = await accountant(2)
    const foreign = await createVisit({ startsAt: inDays(9, '10:00') })
    const hidden = await createVisit({ member: members[1]!, startsAt: inDays(9, '14:00'), visible: false })
    await someone.get('/comptes')
    await someone.post(`/comptes/${members[0]!.id}/entree`)
    for (const { id } of [foreign, hidden]) assert.equal((await someone.get(`/convocations/${id}`)).status, 404)
  })
})
