import { test } from '@japa/runner'
import { moveClock, stopClock } from '#core/clock'
import { parisInstant } from '#shared/dates'
import { createRequest, createVisit, insert, owner, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { aMember, eventsAbout, itIsNow, someoneDue, toldAbout } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')
const convokedAt = parisInstant('2026-10-20', '11:20')
const motif = 'Salarié en congé'

test.group('Cancelling a visit in time', (group) => {
  group.each.setup(itIsNow)

  test('asks why, and says what will happen, in words', async ({ assert }) => {
    const { member, browser } = await aMember()
    const employee = await someoneDue(member, {}, { until_on: '2026-12-16' })
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const page = await browser.get(`/convocations/${visit.id}/annulation`)
    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Annuler la visite de Karim Bensallah')
    assert.include(page.text, 'Le créneau du lundi 30 novembre 2026 à 10 h 00 sera libéré')
    assert.include(page.text, 'Karim Bensallah recevra un message')
    assert.include(page.text, 'Sa date limite reste le mercredi 16 décembre 2026')
    assert.deepEqual(page.form(`/convocations/${visit.id}/annulation`)!.buttons, ["Confirmer l'annulation"])
  })

  test('is accepted at once: row, free slot, closed request, words for the workflows and the journal', async ({ assert }) => {
    const { employee, user, browser } = await aMember()
    const request = await createRequest({ employee, state: 'planned' })
    const visit = await createVisit({ employee, startsAt, convokedAt, request })
    await browser.get(`/convocations/${visit.id}/annulation`)
    const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif })

    assert.equal(answer.status, 303)
    const page = await browser.follow(answer)
    assert.include(page.text, 'La visite est annulée')
    assert.include(page.text, 'Le créneau du lundi 30 novembre 2026 à 10 h 00 est libéré')
    const [row, ...others] = await rowsOf('cancellations', { visit_id: visit.id })
    assert.lengthOf(others, 0)
    assert.containsSubset(row, { decision: 'accepted', reason: motif, asked_by_user: user.id, asked_by_staff: null })
    assert.equal(row.limit_at.toISOString(), '2026-11-28T09:00:00.000Z')
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'cancelled')
    assert.deepEqual(await toldAbout(visit.id), ['visitWorkflow changed'])
    assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow changed'])
    assert.deepEqual(await eventsAbout(visit.id), ['visit.cancelled'])
  })

  test('asked by htmx, leads to the same page', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif }, { htmx: true })
    assert.equal(answer.status, 303)
    const page = await browser.get(answer.location, { htmx: true })
    assert.match(page.html, /^\s*<title>/)
    assert.include(page.text, 'La visite est annulée')
  })

  test('without a reason, or for one that is not proposed, is the same form with its error', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const wrong: [string | undefined, string][] = [
      ['', "Choisissez le motif de l'annulation"],
      [undefined, "Choisissez le motif de l'annulation"],
      ['Il est malade', 'Choisissez un des motifs proposés'],
      ['x'.repeat(5000), 'Choisissez un des motifs proposés'],
      ['Salarié en congé\u0000', 'Ce texte contient un caractère illisible'],
    ]
    for (const [value, says] of wrong) {
      const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif: value })
      assert.equal(answer.status, 422)
      assert.match(answer.title, /^1 point à corriger – /)
      assert.include(answer.text, says)
      assert.include(answer.links, '#motif')
    }
    assert.lengthOf(await rowsOf('cancellations', { visit_id: visit.id }), 0)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
  })

  test('that comes back after a new sign-in is shown, not carried out', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif, reprise: '1' })
    assert.equal(answer.status, 200)
    assert.match(answer.html, /<option[^>]*selected[^>]*>\s*Salarié en congé/)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
  })

  test('a second time is told that it is done, and writes nothing more', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    await browser.post(`/convocations/${visit.id}/annulation`, { motif })
    const again = await browser.post(`/convocations/${visit.id}/annulation`, { motif })
    assert.equal(again.status, 409)
    assert.equal(again.heading, 'Cette visite est déjà annulée')
    assert.include(again.text, 'à votre demande')
    assert.lengthOf(await rowsOf('cancellations', { visit_id: visit.id }), 1)
    assert.equal((await browser.get(`/convocations/${visit.id}/annulation`)).status, 409)
  })
})

test.group('The 48 hours, through the page', (group) => {
  group.each.teardown(() => moveClock())

  const edges = [
    { before: '48 h 00 min 01 s', offset: { seconds: -1 }, status: 303 },
    { before: '48 h and a millisecond', offset: { milliseconds: -1 }, status: 303 },
    { before: 'exactly 48 h', offset: {}, status: 409 },
    { before: '47 h 59 min 59 s', offset: { seconds: 1 }, status: 409 },
  ]
  for (const { before, offset, status } of edges) {
    test(`${before} before, the answer is ${status}`, async ({ assert }) => {
      const limit = parisInstant('2026-11-28', '10:00')
      moveClock(limit.minus({ minutes: 5 }))
      const { employee, browser } = await aMember()
      const visit = await createVisit({ employee, startsAt, convokedAt })
      await browser.get(`/convocations/${visit.id}/annulation`)
      stopClock(limit.plus(offset))
      const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif })
      assert.equal(answer.status, status)
      const [row] = await rowsOf('cancellations', { visit_id: visit.id })
      assert.equal(row.decision, status === 303 ? 'accepted' : 'refused')
    })
  }

  const weekends = [
    { name: 'clocks go back', visit: ['2026-10-26', '10:00'], limit: 'samedi 24 octobre à 11 h 00', at: ['2026-10-24', '11:00'] },
    { name: 'clocks go forward', visit: ['2027-03-29', '10:00'], limit: 'samedi 27 mars à 9 h 00', at: ['2027-03-27', '09:00'] },
  ] as const
  for (const { name, visit: [day, time], limit, at } of weekends) {
    test(`when ${name}, the limit is the ${limit}, shown and enforced`, async ({ assert }) => {
      const limitAt = parisInstant(at[0], at[1])
      moveClock(limitAt.minus({ minutes: 5 }))
      const { employee, browser } = await aMember()
      const starts = parisInstant(day, time)
      const early = await createVisit({ employee, startsAt: starts, convokedAt: starts.minus({ days: 20 }) })
      const late = await createVisit({ employee, startsAt: starts.plus({ hours: 1 }), convokedAt: starts.minus({ days: 20 }) })
      assert.include((await browser.get(`/convocations/${early.id}`)).text, `Annulable avant le ${limit}`)

      stopClock(limitAt)
      assert.equal((await browser.post(`/convocations/${early.id}/annulation`, { motif })).status, 409)
      assert.equal((await browser.post(`/convocations/${late.id}/annulation`, { motif })).status, 303)
    })
  }
})

test.group('Cancelling too late', (group) => {
  group.each.setup(itIsNow)
  const lateStart = parisInstant('2026-11-26', '08:30')

  test('is refused with the limit, the delay, what remains possible, the phone and the fee', async ({ assert }) => {
    const { member, employee, user, browser } = await aMember()
    const second = await someoneDue(member, { first_name: 'Maud', family_name: 'Sérignac' }, { until_on: '2026-12-18' })
    const first = await someoneDue(member)
    const visit = await createVisit({ employee, startsAt: lateStart, convokedAt })
    const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif })

    assert.equal(answer.status, 409)
    assert.equal(answer.heading, 'Il est trop tard pour annuler cette visite')
    for (const words of [
      "La visite d'Élodie Marchevaux reste fixée au jeudi 26 novembre 2026 à 8 h 30",
      'La limite était le mardi 24 novembre à 8 h 30',
      'Votre demande est arrivée aujourd\'hui à 9 h 12, 42 minutes après la limite',
      'En retard de 12 jours À voir avant le jeudi 12 novembre 2026',
      'Dans 24 jours À voir avant le vendredi 18 décembre 2026',
      '02 99 00 00 00',
      "L'absence non excusée est facturée 84,00 € HT à l'entreprise, jamais au salarié",
      "Votre tentative d'annulation est inscrite au journal",
    ]) {
      assert.include(answer.text, words)
    }
    const radios = [...answer.html.matchAll(/name="remplacant" value="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(radios, [first.id, second.id])
    assert.equal(answer.form('Remplacer le salarié')!.fields.remplacant, first.id)

    const [row] = await rowsOf('cancellations', { visit_id: visit.id })
    assert.containsSubset(row, { decision: 'refused', reason: motif, asked_by_user: user.id })
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
    assert.equal((await rowOf('slots', { id: visit.slotId })).visit_id, visit.id)
    assert.deepEqual(await toldAbout(visit.id), [])
    assert.deepEqual(await eventsAbout(visit.id), ['visit.cancellation_refused'])
  })

  test('shows the fee of the settings, and the hours of the mode', async ({ assert, cleanup }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt: parisInstant('2026-11-30', '10:00'), convokedAt })
    await insert('settings', { key: 'no_show_fee_cents', value: '9950' })
    await insert('settings', { key: 'cancellation_mode', value: '"working_hours"' })
    cleanup(() => owner().from('settings').whereIn('key', ['no_show_fee_cents', 'cancellation_mode']).delete().then(() => {}))

    assert.include((await browser.get(`/convocations/${visit.id}`)).text, 'Annulable avant le jeudi 26 novembre à 10 h 00')
    const late = await createVisit({ employee, startsAt: lateStart, convokedAt })
    assert.include((await browser.post(`/convocations/${late.id}/annulation`, { motif })).text, 'facturée 99,50 € HT')
  })

  test('warns on the form before it is sent', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt: lateStart, convokedAt })
    const page = await browser.get(`/convocations/${visit.id}/annulation`)
    assert.equal(page.status, 200)
    assert.include(page.text, 'La limite est passée : une demande envoyée maintenant sera refusée et inscrite au journal')
  })

  test('says that nobody can come instead when nobody is waiting for the same visit', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt: lateStart, convokedAt })
    const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif })
    assert.equal(answer.status, 409)
    assert.include(answer.text, "Personne d'autre n'attend la même visite")
  })

  test('once the visit has begun, is refused and kept too', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt: parisInstant('2026-11-24', '09:00'), convokedAt })
    const answer = await browser.post(`/convocations/${visit.id}/annulation`, { motif })
    assert.equal(answer.status, 409)
    assert.equal(answer.heading, 'Cette visite a commencé')
    assert.lengthOf(await rowsOf('cancellations', { visit_id: visit.id, decision: 'refused' }), 1)
  })
})

test.group('Two tabs at once', (group) => {
  group.each.setup(itIsNow)

  test('cancelling and substituting: one is done, the other is told, and nothing is half done', async ({ assert }) => {
    const { member, user, employee, browser } = await aMember()
    const substitute = await someoneDue(member)
    const otherTab = await signedInAs(user)
    for (let round = 0; round < 8; round++) {
      const visit = await createVisit({ employee, startsAt: startsAt.plus({ days: round }), convokedAt })
      const answers = await Promise.all([
        browser.post(`/convocations/${visit.id}/annulation`, { motif }),
        otherTab.post(`/convocations/${visit.id}/remplacement`, { remplacant: substitute.id }),
      ])
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
      const { state } = await rowOf('visits', { id: visit.id })
      const slot = await rowOf('slots', { id: visit.slotId })
      const loser = answers.find(({ status }) => status === 409)!
      if (state === 'cancelled') {
        assert.isNull(slot.visit_id)
        assert.equal(loser.heading, 'Cette visite est déjà annulée')
      } else {
        assert.equal(state, 'substituted')
        assert.equal((await rowOf('visits', { id: slot.visit_id })).employee_id, substitute.id)
        assert.equal(loser.heading, 'Un autre salarié a déjà pris ce créneau')
        // The substitute is convoked now: the next round needs them free again.
        await owner().from('slots').where('id', slot.id).update({ visit_id: null })
        await owner().from('visits').where('id', slot.visit_id).update({ state: 'cancelled' })
      }
    }
  })

  test('cancelling twice in the same instant writes one row', async ({ assert }) => {
    const { user, employee, browser } = await aMember()
    const otherTab = await signedInAs(user)
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const path = `/convocations/${visit.id}/annulation`
    const answers = await Promise.all([browser.post(path, { motif }), otherTab.post(path, { motif })])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
    assert.lengthOf(await rowsOf('cancellations', { visit_id: visit.id }), 1)
    assert.deepEqual(await toldAbout(visit.id), ['visitWorkflow changed'])
  })
})
