import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import type { RouteJSON } from '@adonisjs/core/types/http'
import { DateTime } from 'luxon'
import type { Policy } from '#core/http/policy'
import { placeLabel } from '#identity/rules/journal_words'
import { rightsOf, type Rights } from '#identity/rules/rights'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createRequest, createStaff, createUser, createVisit, insert, owner, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

const NOTHING: Rights = { company: 'none', workforce: 'none', visits: 'none', documents: 'none', billing: 'none', statistics: 'none', access: 'none' }

async function world() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Camille Dorval' })
  const colleague = await createUser({ member, preset: 'rh', name: 'Yannick Morvan' })
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
  const visit = await createVisit({ employee, startsAt: inDays(9, '10:00') })
  const request = await createRequest({ employee })
  return { member, holder, colleague, employee, visit, request }
}

type Act = { member: { id: string }; by?: { id: string }; kind?: string; event: string; subject?: string; place?: string; at?: DateTime }

/** As the application would have written it. */
const entry = ({ member, by, kind = by ? 'user' : 'nobody', event, subject, place, at = DateTime.utc() }: Act) =>
  insert('journal_entries', { at, actor_kind: kind, actor_id: by?.id ?? null, member_id: member.id, event, subject_id: subject ?? null, place: place ?? null })

const linesOf = (html: string) => html.split('<tr').length - 2

test.group("The journal, for a member's administrators", () => {
  test('says who did what, to what, and when, the last first', async ({ assert }) => {
    const { member, holder, colleague, employee, visit, request } = await world()
    const minutes = (ago: number) => DateTime.utc().minus({ minutes: ago })
    await entry({ member, by: colleague, event: 'visit.acknowledged', subject: visit.id, at: minutes(9) })
    await entry({ member, by: colleague, event: 'visit_request.sent', subject: request.id, at: minutes(8) })
    await entry({ member, by: holder, event: 'employee.changed', subject: employee.id, at: minutes(7) })
    await entry({ member, by: await createStaff(), kind: 'staff', event: 'visit.moved', subject: visit.id, at: minutes(6) })
    await entry({ member, event: 'visit.confirmed', subject: visit.id, at: minutes(5) })
    await entry({ member, by: holder, event: 'list.exported', place: 'salaries.csv', at: minutes(4) })

    const page = await (await signedInAs(holder)).get('/acces/journal')
    assert.equal(page.heading, 'Journal des actes')
    const said = [
      'Camille Dorval a exporté une liste Salariés',
      'Le salarié convoqué a confirmé sa venue Élodie Marchevaux, visite du',
      'Équipe OSTRA a déplacé une visite Élodie Marchevaux, visite du',
      "Camille Dorval a changé les renseignements d'un salarié Élodie Marchevaux",
      'Yannick Morvan a envoyé une demande Élodie Marchevaux',
      'Yannick Morvan a confirmé la réception de la convocation Élodie Marchevaux, visite du',
    ].map((words) => page.text.indexOf(words))
    assert.notInclude(said, -1)
    assert.deepEqual(said, said.toSorted((one, other) => one - other))
    assert.includeMembers(page.links, [`/convocations/${visit.id}`, `/demandes/${request.id}`, `/salaries/${employee.id}`])
    assert.notInclude(page.text, 'Nolwenn Quéré')
  })

  test('filters by who, by kind of act and by period', async ({ assert }) => {
    const { member, holder, colleague, visit, request } = await world()
    const day = (ago: number) => DateTime.now().setZone('Europe/Paris').startOf('day').minus({ days: ago })
    await entry({ member, by: colleague, event: 'visit.acknowledged', subject: visit.id, at: day(3) })
    await entry({ member, by: holder, event: 'visit_request.sent', subject: request.id, at: day(2).minus({ seconds: 1 }) })
    await entry({ member, by: await createStaff(), kind: 'staff', event: 'visit.moved', subject: visit.id, at: day(1) })
    const someone = await signedInAs(holder)
    const asked = async (query: string) => {
      const { text } = await someone.get(`/acces/journal?${query}`)
      return ['confirmé la réception', 'envoyé une demande', 'déplacé une visite'].map((words) => (text.includes(words) ? 1 : 0)).join('')
    }
    assert.equal(await asked(''), '111')
    assert.equal(await asked(`qui=${colleague.id}`), '100')
    assert.equal(await asked('qui=ostra'), '001')
    assert.equal(await asked('acte=request'), '010')
    assert.equal(await asked('acte=visit'), '101')
    assert.equal(await asked(`du=${day(3).toISODate()}&au=${day(3).toISODate()}`), '110')
    assert.equal(await asked(`du=${day(2).toISODate()}`), '001')
    assert.equal(await asked(`au=${day(4).toISODate()}`), '000')
    assert.equal(await asked("qui='; drop table users&acte=../x&du=hier&avant=1"), '111')
  })

  test('turns its pages by entry: what is written meanwhile moves nothing', async ({ assert }) => {
    const { member, holder, employee } = await world()
    const at = DateTime.utc().minus({ hours: 2 })
    for (let count = 0; count < 60; count += 1) {
      await entry({ member, by: holder, event: 'employee.changed', subject: employee.id, at: at.minus({ seconds: Math.floor(count / 3) }) })
    }
    const someone = await signedInAs(holder)
    const first = await someone.get('/acces/journal')
    const older = first.links.find((link) => link.includes('avant='))!
    assert.equal(linesOf(first.html), 25)
    assert.isUndefined(first.links.find((link) => link.includes('apres=')))
    for (let count = 0; count < 3; count += 1) await entry({ member, by: holder, event: 'employee.hired', subject: employee.id })

    const second = await someone.get(older)
    assert.equal(linesOf(second.html), 25)
    assert.notInclude(second.text, 'a déclaré une entrée')
    const third = await someone.get(second.links.find((link) => link.includes('avant='))!)
    assert.equal(linesOf(third.html), 10)
    assert.isUndefined(third.links.find((link) => link.includes('avant=')))
    const back = await someone.get(third.links.find((link) => link.includes('apres='))!)
    assert.equal(linesOf(back.html), 25)
    const timesOf = (html: string) => [...html.matchAll(/<time datetime="([^"]+)"/g)].map(([, time]) => time)
    assert.deepEqual(timesOf(back.html), timesOf(second.html))
  })

  test('tells nothing of a visit that the employer must not know of', async ({ assert }) => {
    const { member, holder, employee } = await world()
    const hidden = await createVisit({ employee, startsAt: inDays(12, '11:00'), visible: false })
    await entry({ member, by: await createStaff(), kind: 'staff', event: 'visit.convoked', subject: hidden.id })
    const someone = await signedInAs(holder)
    const page = await someone.get('/acces/journal')
    assert.notInclude(page.text, 'a convoqué')
    assert.notInclude((await someone.get('/acces/journal.csv')).html, 'a convoqué')
  })

  test('shows no name that the reader could not read on its own page', async ({ assert }) => {
    const { member, colleague, visit, request, employee } = await world()
    for (const [event, subject] of [['visit.acknowledged', visit.id], ['visit_request.sent', request.id], ['employee.changed', employee.id]] as const) {
      await entry({ member, by: colleague, event, subject })
    }
    const reader = await createUser({ member, rights: { ...NOTHING, access: 'read' } })
    const page = await (await signedInAs(reader)).get('/acces/journal')
    assert.equal(page.status, 200)
    assert.include(page.text, 'Yannick Morvan a confirmé la réception de la convocation')
    assert.notInclude(page.text, 'Marchevaux')
  })

  test('names who left, and not who never was of the account', async ({ assert }) => {
    const { member, holder, colleague, visit } = await world()
    const stranger = await createUser({ member: await createMember(), name: 'Hervé Le Bihan' })
    await entry({ member, by: colleague, event: 'visit.acknowledged', subject: visit.id })
    await entry({ member, by: stranger, event: 'page.refused', place: 'salaries.index' })
    const access = (await rowsOf('accesses', { user_id: colleague.id }))[0]
    await owner().from('accesses').where('id', access.id).update({ revoked_at: DateTime.utc().toISO() })
    const page = await (await signedInAs(holder)).get('/acces/journal')
    assert.include(page.text, 'Yannick Morvan a confirmé')
    assert.include(page.text, "Un utilisateur d'un autre compte s'est vu refuser")
    assert.notInclude(page.text, 'Le Bihan')
  })

  test("holds nothing of another member's account, nor of what is a user's own business", async ({ assert }) => {
    const [ours, theirs] = [await world(), await world()]
    await entry({ member: theirs.member, by: theirs.colleague, event: 'visit.acknowledged', subject: theirs.visit.id })
    await entry({ member: ours.member, by: ours.colleague, event: 'notifications.chosen', subject: ours.colleague.id })
    const page = await (await signedInAs(ours.holder)).get(`/acces/journal?qui=${theirs.colleague.id}`)
    assert.include(page.text, 'Aucun acte ne répond à ces filtres')
    assert.include((await (await signedInAs(ours.holder)).get('/acces/journal')).text, 'Aucun acte pour le moment')
  })

  test('is closed to who may not read the accesses', async ({ assert }) => {
    const { member } = await world()
    for (const preset of ['rh', 'convocations', 'facturation', 'lecture'] as const) {
      const someone = await signedInAs(await createUser({ member, rights: rightsOf(preset) }))
      for (const path of ['/acces/journal', '/acces/journal.csv', '/acces/journal.xlsx']) assert.equal((await someone.get(path)).status, 403)
    }
  })
})

test.group('A page, in the journal', () => {
  test('has its name in French, whichever it is that a right may be wanting for', ({ assert }) => {
    const policiesOf = ({ middleware }: RouteJSON) => [...middleware.all()].flatMap((one) => ('policy' in one ? [one.policy as Policy] : []))
    const named = Object.values(router.toJSON()).flat().filter((route) => policiesOf(route).some((policy) => policy.audience === 'member' && policy.domain))
    assert.isAbove(named.length, 20)
    assert.deepEqual(named.filter(({ name }) => !name || !placeLabel(name)).map(({ pattern, name }) => `${pattern} ${name}`), [])
  })
})

test.group('A refusal, in the journal', () => {
  const refusals = (event: string, userId: string) => rowsOf('journal_entries', { event, actor_id: userId })

  test('for want of a right: who, what page, which account, once', async ({ assert }) => {
    const { member } = await world()
    const user = await createUser({ member, preset: 'facturation' })
    const someone = await signedInAs(user)
    assert.equal((await someone.get('/salaries')).status, 403)
    const [row, ...others] = await refusals('page.refused', user.id)
    assert.isEmpty(others)
    assert.deepEqual([row.actor_kind, row.member_id, row.place, row.subject_id], ['user', member.id, 'salaries.index', null])

    const fragment = await someone.get('/salaries', { htmx: true })
    assert.equal(fragment.status, 403)
    assert.lengthOf(await refusals('page.refused', user.id), 2)
  })

  test("of an act on another member's thing: which thing was asked, once", async ({ assert }) => {
    const [ours, theirs] = [await world(), await world()]
    const someone = await signedInAs(theirs.holder)
    await someone.get('/tableau-de-bord')
    assert.equal((await someone.post(`/convocations/${ours.visit.id}/accuse`)).status, 404)
    const [row, ...others] = await refusals('page.not_found', theirs.holder.id)
    assert.isEmpty(others)
    assert.deepEqual([row.member_id, row.place, row.subject_id], [theirs.member.id, 'accuse.store', ours.visit.id])
  })

  test('is none for an address that is a mistake, nor for somebody signed out', async ({ assert }) => {
    const { holder, visit } = await world()
    const someone = await signedInAs(holder)
    assert.equal((await someone.get('/page-qui-n-existe-pas')).status, 404)
    await someone.signOut()
    await someone.get(`/convocations/${visit.id}`)
    assert.isEmpty(await refusals('page.not_found', holder.id))
    assert.isEmpty(await refusals('page.refused', holder.id))
  })
})
