import { test } from '@japa/runner'
import { now } from '#core/clock'
import { addDays, formatInstantShort, parisDay } from '#shared/dates'
import { createDueVisit, createEmployee, createMember, createRequest, createUser, createVisit } from '#tests/support/factories'
import { rowsOf } from '#tests/support/factories/rows'
import { inDays } from '#tests/support/clock'
import { signedInAs, visitor } from '#tests/support/http'

const daysAway = (days: number) => addDays(parisDay(now()), days)
const plain = (text: string) => text.replace(/\s/g, ' ')

async function setting() {
  const member = await createMember()
  const user = await createUser({ member })
  const someone = await signedInAs(user)
  const person = (first_name: string, family_name: string) => createEmployee({ member, first_name, family_name })
  return { member, user, someone, person }
}

test.group('The dashboard', () => {
  test('asks a visit for whom one is due and nobody has planned it', async ({ assert }) => {
    const { someone, person } = await setting()
    const [karim, elodie, later] = [await person('Karim', 'Bensallah'), await person('Élodie', 'Marchevaux'), await person('Hugo', 'Delaunoy')]
    await createDueVisit({ employee: karim, until_on: daysAway(-12) })
    await createDueVisit({ employee: elodie, until_on: daysAway(30) })
    await createDueVisit({ employee: later, until_on: daysAway(31) })
    const page = await someone.get('/tableau-de-bord')

    assert.equal(page.status, 200)
    assert.include(page.text, 'Deux points vous attendent, dont un en retard.')
    assert.include(page.text, 'Visite périodique de Karim Bensallah')
    assert.include(page.text, 'En retard de 12 jours')
    assert.include(page.text, "Visite périodique d'Élodie Marchevaux")
    assert.notInclude(page.text, 'Hugo Delaunoy')
    assert.include(page.links, `/demandes/nouvelle?salarie=${karim.id}`)
  })

  test('asks nothing for a visit that is convoked or asked already', async ({ assert }) => {
    const { member, someone, person } = await setting()
    const [convoked, asked, gone] = [await person('Karim', 'Bensallah'), await person('Maud', 'Sérignac'), await createEmployee({ member, first_name: 'Rémi', left_on: daysAway(-1) })]
    for (const employee of [convoked, asked, gone]) await createDueVisit({ employee, until_on: daysAway(-2) })
    await createVisit({ employee: convoked, startsAt: inDays(20, '10:00') })
    await createRequest({ employee: asked, state: 'taken' })
    const page = await someone.get('/tableau-de-bord')
    for (const { id } of [convoked, asked, gone]) assert.notInclude(page.links, `/demandes/nouvelle?salarie=${id}`)
  })

  test('asks again once the request was refused or the visit cancelled', async ({ assert }) => {
    const { someone, person } = await setting()
    const [refused, cancelled] = [await person('Karim', 'Bensallah'), await person('Maud', 'Sérignac')]
    for (const employee of [refused, cancelled]) await createDueVisit({ employee, until_on: daysAway(5) })
    await createRequest({ employee: refused, state: 'refused' })
    await createVisit({ employee: cancelled, startsAt: inDays(20, '10:00'), state: 'cancelled' })
    const page = await someone.get('/tableau-de-bord')
    for (const { id } of [refused, cancelled]) assert.include(page.links, `/demandes/nouvelle?salarie=${id}`)
  })

  test('offers to acknowledge a convocation, with the limit of its cancellation', async ({ assert }) => {
    const { member, someone, person } = await setting()
    const startsAt = inDays(15, '10:00')
    const visit = await createVisit({ employee: await person('Élodie', 'Marchevaux'), startsAt })
    const page = await someone.get('/tableau-de-bord')
    assert.include(page.text, "Convocation d'Élodie Marchevaux à confirmer")
    assert.include(page.text, plain(`Visite du ${formatInstantShort(startsAt)}. Annulable avant le`))
    const form = page.form(`/convocations/${visit.id}/accuse`)!
    assert.deepEqual(form.buttons, ['Accuser réception'])
    assert.equal(form.fields.adherent, member.id)
  })

  test('an acknowledged convocation comes back when its limit is near, and is told once', async ({ assert }) => {
    const { user, someone, person } = await setting()
    const near = await createVisit({ employee: await person('Awa', 'Diarrassou'), startsAt: inDays(8, '14:30'), acknowledgedBy: user })
    const far = await createVisit({ employee: await person('Maud', 'Sérignac'), startsAt: inDays(12, '14:30'), acknowledgedBy: user })
    const page = await someone.get('/tableau-de-bord')
    assert.include(page.text, "Dernier jour pour libérer le créneau d'Awa Diarrassou")
    assert.lengthOf(page.links.filter((link) => link === `/convocations/${near.id}`), 1)
    assert.notInclude(page.links, `/convocations/${far.id}`)
    assert.include(page.text, 'Un point vous attend.')
  })

  test('a convocation whose limit is past hangs on the day of the visit', async ({ assert }) => {
    const { someone, person } = await setting()
    await createVisit({ employee: await person('Maud', 'Sérignac'), startsAt: inDays(1, '23:00') })
    const page = await someone.get('/tableau-de-bord')
    assert.include(page.text, "La limite d'annulation était le")
    assert.match(page.html, new RegExp(`<time class="day" datetime="${daysAway(1)}"`))
  })

  test('a visit that the employer must not know of is nowhere', async ({ assert }) => {
    const { someone, person } = await setting()
    const hidden = await createVisit({ employee: await person('Maud', 'Sérignac'), startsAt: inDays(5, '10:00'), visible: false })
    const page = await someone.get('/tableau-de-bord')
    assert.notInclude(page.html, hidden.id)
    assert.include(page.text, 'Rien ne vous attend.')
  })

  test('shows the first of each sort, and how many others there are', async ({ assert }) => {
    const { someone, person } = await setting()
    for (let rank = 1; rank <= 8; rank += 1) {
      const employee = await person('Anne', `Nom${rank}`)
      await createDueVisit({ employee, until_on: daysAway(-rank) })
    }
    for (let rank = 1; rank <= 7; rank += 1) await createVisit({ employee: await person('Léo', `Nom${rank}`), startsAt: inDays(4 + rank, '10:00') })
    const page = await someone.get('/tableau-de-bord')
    assert.include(page.text, '15 points vous attendent, dont huit en retard.')
    assert.lengthOf(page.links.filter((link) => link.startsWith('/demandes/nouvelle?salarie=')), 6)
    assert.lengthOf(page.forms.filter(({ action }) => action.endsWith('/accuse')), 6)
    assert.include(page.text, '2 autres visites à demander')
    assert.include(page.text, 'Une autre convocation à suivre')
  })

  test('counts those up to date, soon due and late, as the list does', async ({ assert }) => {
    const { someone, person } = await setting()
    const people = [await person('Anne', 'Un'), await person('Anne', 'Deux'), await person('Anne', 'Trois'), await person('Anne', 'Quatre')]
    await createDueVisit({ employee: people[0]!, until_on: daysAway(-1) })
    await createDueVisit({ employee: people[1]!, until_on: daysAway(0) })
    await createDueVisit({ employee: people[2]!, until_on: daysAway(31) })
    const page = await someone.get('/tableau-de-bord')
    assert.include(page.text, '3 salariés à jour sur 4')
    for (const words of ['1 en retard', '1 à voir sous 30 jours', '2 à jour']) assert.include(page.text, words)
    assert.include(page.html, 'Un signe par salarié')
    for (const due of ['retard', '30', 'ajour']) {
      const list = await someone.get(`/salaries?echeance=${due}`)
      assert.include(list.text, due === 'ajour' ? 'sur 2' : 'sur 1', due)
    }
  })

  test('says how the requests stand and what the visits of the year became', async ({ assert }) => {
    const { someone, person } = await setting()
    await createRequest({ employee: await person('Anne', 'Un'), state: 'sent' })
    await createRequest({ employee: await person('Anne', 'Deux'), state: 'taken' })
    await createRequest({ employee: await person('Anne', 'Trois'), state: 'taken' })
    await createRequest({ employee: await person('Anne', 'Quatre'), state: 'held' })
    const page = await someone.get('/tableau-de-bord')
    assert.include(page.text, '3 demandes une envoyée, deux prises en charge')
    assert.include(page.text, `0 visite réalisée en ${daysAway(0).slice(0, 4)} aucune annulée, aucune absence`)
  })

  test('says that nothing waits, and what will come here', async ({ assert }) => {
    const { someone } = await setting()
    const page = await someone.get('/tableau-de-bord')
    assert.include(page.text, 'Rien ne vous attend.')
    assert.include(page.text, 'Les visites à demander dans les 30 jours')
    assert.include(page.text, "Aucun salarié n'est encore enregistré.")
  })

  test("shows nothing of another member's", async ({ assert }) => {
    const mine = await setting()
    const foreign = await setting()
    const employee = await foreign.person('Yann', 'Quintin')
    await createDueVisit({ employee, until_on: daysAway(-3) })
    const visit = await createVisit({ employee, startsAt: inDays(4, '10:00') })
    const page = await mine.someone.get('/tableau-de-bord')
    assert.notInclude(page.text, 'Quintin')
    assert.notInclude(page.html, visit.id)
  })

  test('answers htmx with the title and the content only', async ({ assert }) => {
    const { someone } = await setting()
    const page = await someone.get('/tableau-de-bord', { htmx: true })
    assert.notInclude(page.html, '<header')
    assert.equal(page.heading, 'Tableau de bord')
  })

  test('asks who is not signed in to sign in', async ({ assert }) => {
    assert.equal((await visitor().get('/tableau-de-bord')).location, '/connexion')
  })
})

test.group('The dashboard follows the rights', () => {
  async function seenBy(preset: 'facturation' | 'lecture' | 'convocations' | 'rh') {
    const { member, person } = await setting()
    const employee = await person('Karim', 'Bensallah')
    await createDueVisit({ employee, until_on: daysAway(-12) })
    const visit = await createVisit({ employee: await person('Élodie', 'Marchevaux'), startsAt: inDays(15, '10:00') })
    const user = await createUser({ member, preset })
    return { employee, visit, page: await (await signedInAs(user)).get('/tableau-de-bord') }
  }

  test('no employee and no visit without either right', async ({ assert }) => {
    const { page } = await seenBy('facturation')
    assert.equal(page.status, 200)
    for (const name of ['Bensallah', 'Marchevaux', "Suivi de l'effectif", 'En cours']) assert.notInclude(page.text, name)
    assert.include(page.text, 'Votre accès ne comprend ni les salariés ni les visites')
    assert.include(page.links, '/entreprise')
  })

  test('who may only read is led to the pages, not to the acts', async ({ assert }) => {
    const { employee, visit, page } = await seenBy('lecture')
    assert.include(page.links, `/salaries/${employee.id}`)
    assert.include(page.links, `/convocations/${visit.id}`)
    assert.notInclude(page.links, '/demandes/nouvelle')
    assert.isEmpty(page.forms.filter(({ action }) => action.endsWith('/accuse')))
  })

  test('who may write has the acts', async ({ assert }) => {
    for (const preset of ['convocations', 'rh'] as const) {
      const { employee, visit, page } = await seenBy(preset)
      assert.include(page.links, `/demandes/nouvelle?salarie=${employee.id}`)
      assert.isDefined(page.form(`/convocations/${visit.id}/accuse`))
    }
  })

  test('reading it writes nothing', async ({ assert }) => {
    const { member, someone, person } = await setting()
    await createVisit({ employee: await person('Élodie', 'Marchevaux'), startsAt: inDays(15, '10:00') })
    await someone.get('/tableau-de-bord')
    assert.isEmpty(await rowsOf('acknowledgements', { member_id: member.id }))
  })
})
