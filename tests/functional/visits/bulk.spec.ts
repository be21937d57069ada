import { test } from '@japa/runner'
import { moveClock, stopClock } from '#core/clock'
import { parisInstant } from '#shared/dates'
import { createUser, createVisit, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { aMember, eventsAbout, itIsNow, NOW, someoneDue } from '#tests/functional/visits/world'

const convokedAt = parisInstant('2026-10-20', '11:20')
const motif = 'Salarié en congé'

async function aSelection() {
  const world = await aMember()
  const karim = await someoneDue(world.member)
  const maud = await someoneDue(world.member, { first_name: 'Maud', family_name: 'Sérignac' })
  const first = await createVisit({ employee: world.employee, startsAt: parisInstant('2026-12-01', '10:00'), convokedAt })
  const second = await createVisit({ employee: karim, startsAt: parisInstant('2026-11-30', '10:00'), convokedAt })
  const late = await createVisit({ employee: maud, startsAt: parisInstant('2026-11-26', '08:30'), convokedAt })
  return { ...world, first, second, late }
}

const asked = (...visits: { id: string }[]) => new URLSearchParams(visits.map(({ id }): [string, string] => ['visite', id])).toString()
const stateOf = async ({ id }: { id: string }) => (await rowOf('visits', { id })).state

test.group('Cancelling a selection', (group) => {
  group.each.setup(itIsNow)

  test('shows each visit with its own limit, and tells those that are too late or over', async ({ assert }) => {
    const { employee, browser, first, second, late } = await aSelection()
    const over = await createVisit({ employee, startsAt: parisInstant('2026-12-20', '10:00'), state: 'cancelled' })
    const page = await browser.get(`/convocations/annulations?${asked(first, second, late, over)}`)
    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Annuler plusieurs visites')
    for (const words of [
      'Élodie Marchevaux, mardi 1er décembre 2026 à 10 h 00 Annulable avant le dimanche 29 novembre à 10 h 00',
      'Karim Bensallah, lundi 30 novembre 2026 à 10 h 00 Annulable avant le samedi 28 novembre à 10 h 00',
      'Maud Sérignac, jeudi 26 novembre 2026 à 8 h 30 : la limite était le mardi 24 novembre à 8 h 30',
      'la visite est déjà annulée',
    ]) {
      assert.include(page.text, words)
    }
    const boxes = [...page.html.matchAll(/name="visite" value="([^"]+)" checked/g)].map(([, id]) => id)
    assert.deepEqual(boxes, [second.id, first.id])
  })

  test('cancels each of them, leaves the late one, and says what was done, as often as one looks', async ({ assert }) => {
    const { browser, first, second, late } = await aSelection()
    await browser.get(`/convocations/annulations?${asked(first, second, late)}`)
    const answer = await browser.post('/convocations/annulations', { visite: [first.id, second.id], laissee: late.id, motif })
    assert.equal(answer.status, 303)
    const page = await browser.follow(answer)
    assert.equal(page.heading, '2 visites annulées, 1 inchangée')
    assert.include(page.text, 'Maud Sérignac, jeudi 26 novembre 2026 à 8 h 30 : trop tard, la limite était le mardi 24 novembre à 8 h 30')
    assert.include(page.text, "L'absence non excusée est facturée 84,00 € HT")
    assert.equal((await browser.get(answer.location)).heading, page.heading)
    assert.deepEqual([await stateOf(first), await stateOf(second), await stateOf(late)], ['cancelled', 'cancelled', 'convoked'])
    for (const { id, slotId } of [first, second]) {
      assert.deepEqual(await eventsAbout(id), ['visit.cancelled'])
      assert.isNull((await rowOf('slots', { id: slotId })).visit_id)
    }
    assert.lengthOf(await rowsOf('cancellations', { visit_id: late.id }), 0)
  })

  test('without a reason is the same page with its error, and cancels nothing', async ({ assert }) => {
    const { browser, first, second } = await aSelection()
    const answer = await browser.post('/convocations/annulations', { visite: [first.id, second.id] })
    assert.equal(answer.status, 422)
    assert.include(answer.text, "Choisissez le motif de l'annulation")
    assert.deepEqual([await stateOf(first), await stateOf(second)], ['convoked', 'convoked'])
  })

  test('of nothing, or of more than a hundred, leads back to the list', async ({ assert }) => {
    const { browser } = await aMember()
    const many = Array.from({ length: 101 }, () => ({ id: crypto.randomUUID() }))
    for (const path of ['/convocations/annulations', `/convocations/annulations?${asked(...many)}`, '/convocations/accuses', '/convocations/annulations/bilan']) {
      const answer = await browser.get(path)
      assert.equal(answer.status, 303)
      assert.include((await browser.follow(answer)).text, 'Cochez de 1 à 100 convocations')
    }
    assert.equal((await browser.post('/convocations/annulations', { motif })).status, 303)
  })

  test("with another member's visit in it finds nothing, and cancels nothing", async ({ assert }) => {
    const { browser, first } = await aSelection()
    const stranger = await createVisit({ startsAt: parisInstant('2026-12-01', '10:00') })
    assert.equal((await browser.get(`/convocations/annulations?${asked(first, stranger)}`)).status, 404)
    assert.equal((await browser.post('/convocations/annulations', { visite: [first.id, stranger.id], motif })).status, 404)
    assert.equal((await browser.post('/convocations/annulations', { visite: first.id, laissee: stranger.id, motif })).status, 404)
    assert.equal((await browser.post('/convocations/accuses', { visite: [first.id, stranger.id] })).status, 404)
    assert.deepEqual([await stateOf(first), await stateOf(stranger)], ['convoked', 'convoked'])
  })

  test('is for who may write the visits', async ({ assert }) => {
    const { member, first } = await aSelection()
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    assert.equal((await reader.get(`/convocations/annulations?${asked(first)}`)).status, 403)
    assert.equal((await reader.post('/convocations/annulations', { visite: first.id, motif })).status, 403)
    assert.notInclude((await reader.get('/convocations')).text, 'Annuler la sélection')
  })

  test('in two tabs writes each cancellation once', async ({ assert }) => {
    const { user, browser, first, second } = await aSelection()
    const otherTab = await signedInAs(user)
    const fields = { visite: [first.id, second.id], motif }
    await Promise.all([browser.post('/convocations/annulations', fields), otherTab.post('/convocations/annulations', fields)])
    for (const { id } of [first, second]) assert.lengthOf(await rowsOf('cancellations', { visit_id: id }), 1)
  })
})

test.group('Cancelling a selection, at the limit of one', (group) => {
  group.each.teardown(() => moveClock())
  const limit = parisInstant('2026-11-28', '10:00')

  for (const { seconds, state } of [{ seconds: -1, state: 'cancelled' }, { seconds: 0, state: 'convoked' }, { seconds: 1, state: 'convoked' }]) {
    test(`${seconds} s from it, that one is ${state} and the other is cancelled`, async ({ assert }) => {
      moveClock(limit.minus({ minutes: 5 }))
      const { browser, first, second } = await aSelection()
      await browser.get(`/convocations/annulations?${asked(first, second)}`)
      stopClock(limit.plus({ seconds }))
      const page = await browser.follow(await browser.post('/convocations/annulations', { visite: [first.id, second.id], motif }))
      assert.equal(page.heading, state === 'cancelled' ? '2 visites annulées' : '1 visite annulée, 1 inchangée')
      assert.equal(await stateOf(second), state)
      assert.equal(await stateOf(first), 'cancelled')
      const [row] = await rowsOf('cancellations', { visit_id: second.id })
      assert.equal(row.decision, state === 'cancelled' ? 'accepted' : 'refused')
    })
  }
})

test.group('Acknowledging a selection', (group) => {
  group.each.setup(itIsNow)

  test('confirms each once, and says which changed nothing', async ({ assert }) => {
    const { user, employee, browser, first, second } = await aSelection()
    const known = await createVisit({ employee, startsAt: parisInstant('2026-12-10', '10:00'), convokedAt, acknowledgedBy: user })
    const begun = await createVisit({ employee, startsAt: NOW, convokedAt })
    const page = await browser.get(`/convocations/accuses?${asked(first, second, known, begun)}`)
    assert.equal(page.status, 200)
    assert.include(page.text, '2 autres convocations choisies sont déjà confirmées, commencées ou ne tiennent plus')
    const answer = await browser.post('/convocations/accuses', { visite: [first.id, second.id, known.id, begun.id] })
    assert.equal(answer.status, 303)
    const list = await browser.follow(answer)
    for (const words of ['2 réceptions confirmées', '1 était déjà confirmée', '1 visite a commencé ou ne tient plus']) assert.include(list.text, words)
    for (const { id } of [first, second]) {
      assert.lengthOf(await rowsOf('acknowledgements', { visit_id: id }), 1)
      assert.deepEqual(await eventsAbout(id), ['visit.acknowledged'])
    }
    assert.lengthOf(await rowsOf('acknowledgements', { visit_id: begun.id }), 0)
  })
})
