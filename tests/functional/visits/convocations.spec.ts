import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { createEmployee, createMember, createVisit, insert, rowsOf } from '#tests/support/factories'
import { aMember, eventsAbout, itIsNow } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')
const convokedAt = parisInstant('2026-11-06', '11:20')

test.group('The list of convocations', (group) => {
  group.each.setup(itIsNow)

  test('shows the visits to come with their limit, the next one first', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const later = await createVisit({ employee, startsAt: parisInstant('2026-12-03', '10:00'), kind: 'intermediate' })
    const sooner = await createVisit({ employee, startsAt, convokedAt })
    const page = await browser.get('/convocations')

    assert.equal(page.status, 200)
    assert.include(page.text, "Visite périodique d'Élodie Marchevaux")
    assert.include(page.text, 'Annulable avant le samedi 28 novembre à 10 h 00')
    const order = page.links.filter((link) => /^\/convocations\/[0-9a-f-]{36}$/.test(link))
    assert.deepEqual([...new Set(order)], [`/convocations/${sooner.id}`, `/convocations/${later.id}`])
  })

  test('keeps apart what is past, cancelled or given away', async ({ assert }) => {
    const { employee, browser } = await aMember()
    await createVisit({ employee, startsAt: parisInstant('2024-03-18', '09:00'), state: 'held' })
    await createVisit({ employee, startsAt: parisInstant('2026-12-04', '09:00'), state: 'cancelled', convokedAt })
    await createVisit({ employee, startsAt: parisInstant('2026-11-23', '09:00'), convokedAt })

    assert.include((await browser.get('/convocations')).text, 'Aucune visite à venir')
    const past = await browser.get('/convocations?periode=passees')
    for (const words of ['lundi 18 mars 2024', 'Réalisée', 'Annulée', 'Présence à confirmer par OSTRA']) {
      assert.include(past.text, words)
    }
  })

  test('says what to do first when there is none', async ({ assert }) => {
    const { browser } = await aMember()
    const page = await browser.get('/convocations')
    assert.include(page.text, 'Aucune visite à venir')
    assert.include(page.links, '/demandes/nouvelle')
  })

  test('shows 25 at a time, and the first ones for a page that does not exist', async ({ assert }) => {
    const { employee, browser } = await aMember()
    for (let day = 0; day < 26; day++) {
      await createVisit({ employee, startsAt: startsAt.plus({ days: day }), convokedAt })
    }
    const first = await browser.get('/convocations')
    assert.include(first.text, 'Convocations 1 à 25 sur 26')
    assert.include(first.links, '/convocations?page=2')
    assert.include((await browser.get('/convocations?page=2')).text, 'Convocations 26 à 26 sur 26')
    const far = await browser.get('/convocations?page=99')
    assert.equal(far.status, 303)
    assert.equal(far.location, '/convocations')
  })
})

test.group('A convocation', (group) => {
  group.each.setup(itIsNow)

  test('says who, what, where, with whom, and until when it can be given back', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const page = await browser.get(`/convocations/${visit.id}`)

    assert.equal(page.heading, "Convocation d'Élodie Marchevaux")
    assert.match(page.title, /^Convocation du lundi 30 novembre 2026 – /)
    for (const words of [
      "Visite d'information et de prévention, périodique",
      'Centre de Vern, 4 rue du Patis, 35770 Vern-sur-Seiche',
      'infirmière en santé au travail',
      '30 min, sur le temps de travail',
      'Annulable avant le samedi 28 novembre à 10 h 00',
      'Il reste 4 jours et 48 minutes pour rendre le créneau',
    ]) {
      assert.include(page.text, words)
    }
  })

  test('draws its line in order, with now at its place', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const { html } = await browser.get(`/convocations/${visit.id}`)
    const steps = [...html.matchAll(/data-step="(\w+)"/g)].map(([, step]) => step)
    assert.deepEqual(steps, ['called', 'reminder', 'now', 'reminder', 'limit', 'reminder', 'visit'])
  })

  test('asked by htmx, it is its title and its content only', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const { html } = await browser.get(`/convocations/${visit.id}`, { htmx: true })
    assert.match(html, /^\s*<title>/)
    assert.notInclude(html, '<header')
    assert.include(html, 'id="limite"')
  })

  test('refreshes its limit each minute', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const { html } = await browser.get(`/convocations/${visit.id}`)
    assert.match(html, new RegExp(`hx-get="/convocations/${visit.id}" hx-trigger="every 60s" hx-select="#limite"`))
  })

  test('after its limit, says when it was and what remains possible', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt: parisInstant('2026-11-26', '08:30'), convokedAt })
    const page = await browser.get(`/convocations/${visit.id}`)
    assert.include(page.text, 'La limite était le mardi 24 novembre à 8 h 30')
    assert.include(page.html, 'data-window="closed"')
    assert.isDefined(page.form('Remplacer le salarié'))
  })

  test('offers no act once the visit is over', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const states = ['held', 'excused', 'unexcused', 'cancelled', 'substituted'] as const
    for (const [rank, state] of states.entries()) {
      const visit = await createVisit({ employee, startsAt: startsAt.minus({ days: 10 + rank }), convokedAt, state })
      const page = await browser.get(`/convocations/${visit.id}`)
      assert.equal(page.status, 200)
      for (const act of ['Accuser réception', 'Remplacer le salarié', "Demander l'annulation"]) {
        assert.isUndefined(page.form(act))
      }
    }
  })

  test('of another member, or hidden from the employer, is not found', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const stranger = await createEmployee({ member: await createMember() })
    const foreign = await createVisit({ employee: stranger, startsAt, convokedAt })
    const hidden = await createVisit({ employee, startsAt, convokedAt, kind: 'on_demand', visible: false })
    for (const { id } of [foreign, hidden]) {
      assert.equal((await browser.get(`/convocations/${id}`)).status, 404)
      assert.equal((await browser.post(`/convocations/${id}/accuse`)).status, 404)
      assert.equal((await browser.get(`/convocations/${id}/annulation`)).status, 404)
      assert.equal((await browser.post(`/convocations/${id}/annulation`, { motif: 'Autre raison' })).status, 404)
      assert.equal((await browser.get(`/convocations/${id}/remplacement`)).status, 404)
      assert.equal((await browser.post(`/convocations/${id}/remplacement`, { remplacant: employee.id })).status, 404)
      assert.lengthOf(await rowsOf('cancellations', { visit_id: id }), 0)
      assert.lengthOf(await rowsOf('acknowledgements', { visit_id: id }), 0)
    }
    assert.notInclude((await browser.get('/convocations')).html, hidden.id)
  })
})

test.group('Acknowledging a convocation', (group) => {
  group.each.setup(itIsNow)

  test('is written once, with who and when', async ({ assert }) => {
    const { employee, user, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    await browser.get(`/convocations/${visit.id}`)
    const answer = await browser.post(`/convocations/${visit.id}/accuse`)
    assert.equal(answer.status, 303)
    assert.equal(answer.location, `/convocations/${visit.id}`)

    const page = await browser.follow(answer)
    assert.include(page.text, 'La réception est confirmée')
    assert.include(page.text, 'Réception confirmée le mardi 24 novembre 2026 à 9 h 12')
    assert.isUndefined(page.form('Accuser réception'))
    const [row, ...others] = await rowsOf('acknowledgements', { visit_id: visit.id })
    assert.lengthOf(others, 0)
    assert.equal(row.user_id, user.id)
    assert.deepEqual(await eventsAbout(visit.id), ['visit.acknowledged'])
  })

  test('a second time changes nothing and says so calmly', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    await browser.post(`/convocations/${visit.id}/accuse`)
    const again = await browser.post(`/convocations/${visit.id}/accuse`)
    assert.equal(again.status, 303)
    assert.include((await browser.follow(again)).text, 'La réception était déjà confirmée')
    assert.lengthOf(await rowsOf('acknowledgements', { visit_id: visit.id }), 1)
  })

  test('is refused for a visit that is cancelled, given away or begun', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const begun = parisInstant('2026-11-24', '09:00')
    const visits = [
      { visit: await createVisit({ employee, startsAt, convokedAt, state: 'cancelled' }), says: 'Cette visite est déjà annulée' },
      { visit: await createVisit({ employee, startsAt, convokedAt, state: 'substituted' }), says: 'Un autre salarié a déjà pris ce créneau' },
      { visit: await createVisit({ employee, startsAt: begun, convokedAt }), says: 'Cette visite a commencé' },
    ]
    for (const { visit, says } of visits) {
      const answer = await browser.post(`/convocations/${visit.id}/accuse`)
      assert.equal(answer.status, 409)
      assert.equal(answer.heading, says)
      assert.lengthOf(await rowsOf('acknowledgements', { visit_id: visit.id }), 0)
    }
  })

  test('is asked anew when the visit was moved since', async ({ assert }) => {
    const { employee, user, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt, acknowledgedBy: user })
    assert.isUndefined((await browser.get(`/convocations/${visit.id}`)).form('Accuser réception'))

    const moved = await createVisit({ employee, startsAt: startsAt.plus({ days: 2 }), convokedAt })
    await insert('acknowledgements', { visit_id: moved.id, member_id: moved.memberId, user_id: user.id, sequence: 3 })
    assert.isDefined((await browser.get(`/convocations/${moved.id}`)).form('Accuser réception'))
  })
})

test.group('A user who may only read', (group) => {
  group.each.setup(itIsNow)

  test('sees convocations and requests without their acts', async ({ assert }) => {
    const { employee, browser } = await aMember({ preset: 'lecture' })
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const page = await browser.get(`/convocations/${visit.id}`)
    assert.equal(page.status, 200)
    for (const act of ['Accuser réception', 'Remplacer le salarié', "Demander l'annulation"]) {
      assert.isUndefined(page.form(act))
    }
    assert.notInclude((await browser.get('/demandes')).links, '/demandes/nouvelle')
  })

  test('is told 403 by every act, and nothing is written', async ({ assert }) => {
    const { employee, browser } = await aMember({ preset: 'lecture' })
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const answers = [
      await browser.get(`/convocations/${visit.id}/annulation`),
      await browser.get('/demandes/nouvelle'),
      await browser.post(`/convocations/${visit.id}/accuse`),
      await browser.post(`/convocations/${visit.id}/annulation`, { motif: 'Autre raison' }),
      await browser.post('/demandes', { salarie: employee.id, nature: 'liaison' }),
    ]
    assert.deepEqual(answers.map(({ status }) => status), [403, 403, 403, 403, 403])
    assert.lengthOf(await rowsOf('visit_requests', { employee_id: employee.id }), 0)
    assert.lengthOf(await rowsOf('cancellations', { visit_id: visit.id }), 0)
  })

  test('without any right on visits sees none of the pages', async ({ assert }) => {
    const { employee, browser } = await aMember({ preset: 'facturation' })
    const visit = await createVisit({ employee, startsAt, convokedAt })
    for (const path of ['/convocations', `/convocations/${visit.id}`, '/demandes']) {
      assert.equal((await browser.get(path)).status, 403)
    }
  })
})
