import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { rightsOf, type Preset } from '#identity/rules/rights'
import { asStaff } from '#core/tenants'
import { notify } from '#messaging'
import { parisInstant } from '#shared/dates'
import { cancelVisit, moveVisit, planRequest, recordOutcome, refuseRequest, substituteVisit, takeRequest } from '#visits'
import { createDueVisit, createEmployee, createMember, createRequest, createSlot, createStaff, createUser, createVisit, insert, owner, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs, type Visitor } from '#tests/support/http'
import { itIsNow, NOW } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')
const BY_OSTRA = { kind: 'staff', id: '01a20d5d-f5ad-7ed8-bc58-697a7c05e064' } as const

/** A member with somebody convoked, and a user who last looked yesterday. */
async function aReader({ preset = 'administrateur' }: { preset?: Preset } = {}) {
  const member = await createMember()
  const user = await createUser({ member, preset, holder: preset === 'administrateur' })
  await lookedAt(user, NOW.minus({ days: 1 }))
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
  return { member, user, employee, browser: await signedInAs(user) }
}

const lookedAt = (user: { id: string }, instant: DateTime) =>
  owner().from('accesses').where('user_id', user.id).update({ notifications_seen_at: instant.toISO() })

const ring = (visit: { id: string; memberId: string }, at = NOW.minus({ hours: 1 })) =>
  asStaff((trx) => notify(trx, { kind: 'visit_convoked', memberId: visit.memberId, visitId: visit.id, by: BY_OSTRA }, at))

const titlesOn = ({ html }: { html: string }) => [...html.matchAll(/<h3><a href="[^"]+">([^<]+)</g)].map(([, title]) => title!.replaceAll('&#x27;', "'"))
const bell = async (browser: Visitor) => /Notifications (\d+) nouvelles?/.exec((await browser.get('/comptes')).text)?.[1] ?? '0'

test.group('Each act rings', (group) => {
  group.each.setup(itIsNow)

  test('of OSTRA: convoked, moved, cancelled, taken, refused, and what became of a visit', async ({ assert }) => {
    const { employee, browser } = await aReader()
    const { id: staffId } = await createStaff()
    await createDueVisit({ employee, until_on: '2026-12-16' })
    const asked = await createRequest({ employee, requestedAt: NOW.minus({ days: 2 }) })
    const other = await createRequest({ employee, kind: 'mid_career', requestedAt: NOW.minus({ days: 2 }) })
    const past = await createVisit({ employee, startsAt: NOW.minus({ hours: 2 }) })
    const [first, second] = [await createSlot({ startsAt }), await createSlot({ startsAt: startsAt.plus({ days: 1 }) })]
    const visitId = await asStaff(async (trx) => {
      let minute = 0
      const then = () => NOW.minus({ hours: 1 }).plus({ minutes: ++minute })
      await takeRequest(trx, { requestId: asked.id, staffId }, then())
      const planned = await planRequest(trx, { requestId: asked.id, slotId: first.id, staffId }, then())
      const id = planned.ok ? planned.value.visitId : ''
      await moveVisit(trx, { visitId: id, slotId: second.id, staffId }, then())
      await cancelVisit(trx, { visitId: id, by: { staff: staffId }, reason: 'Médecin absent' }, then())
      await refuseRequest(trx, { requestId: other.id, staffId, reason: 'Trop tôt' }, then())
      await recordOutcome(trx, { visitId: past.id, outcome: 'unexcused', staffId }, then())
      return id
    })

    assert.equal(await bell(browser), '6')
    const page = await browser.get('/notifications')
    assert.deepEqual(titlesOn(page), [
      "Rendez-vous d'Élodie Marchevaux\u00a0: absence non excusée",
      'Demande pour Élodie Marchevaux refusée',
      "Rendez-vous d'Élodie Marchevaux annulé",
      'Nouvelle date pour Élodie Marchevaux',
      "Convocation d'Élodie Marchevaux",
      'Demande pour Élodie Marchevaux prise en charge',
    ])
    assert.include(page.text, 'Rendez-vous le lundi 30 novembre 2026 à 10 h 00.')
    assert.include(page.text, 'OSTRA a déplacé le rendez-vous au mardi 1er décembre 2026 à 10 h 00.')
    assert.include(page.text, 'Le rendez-vous du mardi 1er décembre 2026 à 10 h 00 est annulé par OSTRA.')
    for (const path of [`/convocations/${visitId}`, `/convocations/${past.id}`, `/demandes/${asked.id}`, `/demandes/${other.id}`]) {
      assert.include(page.links, path)
      assert.equal((await browser.get(path)).status, 200)
    }
    assert.notMatch(page.text, /périodique|\breprise|aptitude|mi-carrière/i)
    assert.notInclude(page.html, 'Trop tôt')
  })

  test('of a colleague, for the others and not for whoever did it', async ({ assert }) => {
    const { member, employee, browser } = await aReader()
    const colleague = await createUser({ member, preset: 'convocations', name: 'Yannick Morvan' })
    await lookedAt(colleague, NOW.minus({ days: 1 }))
    const other = await createEmployee({ member, first_name: 'Karim', family_name: 'Bensallah' })
    await createDueVisit({ employee: other, until_on: '2026-12-16' })
    const [given, back] = [await createVisit({ employee, startsAt }), await createVisit({ employee, startsAt: startsAt.plus({ days: 2 }) })]
    await asStaff(async (trx) => {
      await substituteVisit(trx, { visitId: given.id, employeeId: other.id, userId: colleague.id }, NOW.minus({ minutes: 2 }))
      await cancelVisit(trx, { visitId: back.id, by: { user: colleague.id }, reason: 'Congés' }, NOW.minus({ minutes: 1 }))
    })

    const page = await browser.get('/notifications')
    assert.deepEqual(titlesOn(page), ["Rendez-vous d'Élodie Marchevaux annulé", "Karim Bensallah à la place d'Élodie Marchevaux"])
    assert.include(page.text, 'est annulé par un autre utilisateur de votre compte')
    const theirs = await signedInAs(colleague)
    assert.deepEqual(titlesOn(await theirs.get('/notifications')), [])
    assert.equal(await bell(theirs), '0')
  })

  test('but for a refused attempt, and with the act or not at all', async ({ assert }) => {
    const { user, employee, browser } = await aReader()
    const visit = await createVisit({ employee, startsAt: NOW.plus({ hours: 20 }) })
    await asStaff((trx) => cancelVisit(trx, { visitId: visit.id, by: { user: user.id }, reason: 'Congés' }, NOW))
    await asStaff(async (trx) => {
      await notify(trx, { kind: 'visit_moved', memberId: visit.memberId, visitId: visit.id, by: BY_OSTRA }, NOW)
      throw new Error('The act failed after all')
    }).catch(() => {})
    assert.isEmpty(await rowsOf('notifications', { visit_id: visit.id }))
    assert.equal(await bell(browser), '0')
  })

  test('for nobody when the employer must not see the visit, then or later', async ({ assert }) => {
    const { employee, browser } = await aReader()
    const hidden = await createVisit({ employee, startsAt, kind: 'pre_return', visible: false })
    await ring(hidden)
    assert.isEmpty(await rowsOf('notifications', { visit_id: hidden.id }))
    const seen = await createVisit({ employee, startsAt: startsAt.plus({ days: 1 }) })
    await ring(seen)
    assert.equal(await bell(browser), '1')

    await owner().from('visits').where('id', seen.id).update({ visible_to_member: false })
    assert.equal(await bell(browser), '0')
    assert.deepEqual(titlesOn(await browser.get('/notifications')), [])
  })
})

test.group('The bell', (group) => {
  group.each.setup(itIsNow)

  test('counts what is new in the account that is open, and says how to read it', async ({ assert }) => {
    const { member, employee, user } = await aReader()
    const second = await createMember()
    await insert('accesses', { user_id: user.id, member_id: second.id, rights: rightsOf('lecture'), notifications_seen_at: NOW.minus({ days: 1 }) })
    const browser = await signedInAs(user)
    await ring(await createVisit({ employee, startsAt }))
    for (const day of [1, 2]) await ring(await createVisit({ member: second, startsAt: startsAt.plus({ days: day }) }))

    await browser.get('/comptes')
    await browser.post(`/comptes/${member.id}/entree`)
    assert.equal(await bell(browser), '1')
    assert.lengthOf(titlesOn(await browser.get('/notifications')), 1)
    await browser.get('/comptes')
    await browser.post(`/comptes/${second.id}/entree`)
    assert.equal(await bell(browser), '2')
    assert.lengthOf(titlesOn(await browser.get('/notifications')), 2)
  })

  test('shows nothing of visits to whoever may not read them', async ({ assert }) => {
    const { employee, browser } = await aReader({ preset: 'facturation' })
    await ring(await createVisit({ employee, startsAt }))
    assert.equal(await bell(browser), '0')
    const page = await browser.get('/notifications')
    assert.equal(page.status, 200)
    assert.notInclude(page.html, 'Marchevaux')
    assert.include(page.text, 'Votre accès ne comprend pas les visites')
  })

  test('keeps silent on what the user switched off', async ({ assert }) => {
    const { employee, user, browser } = await aReader()
    await insert('notification_choices', { user_id: user.id, kind: 'visit_convoked', channel: 'bell', wanted: false, chosen_at: NOW })
    await ring(await createVisit({ employee, startsAt }))
    assert.equal(await bell(browser), '0')
    assert.deepEqual(titlesOn(await browser.get('/notifications')), [])
  })

  test('is empty for a newcomer: what was before them is no news', async ({ assert }) => {
    const { member, employee } = await aReader()
    await ring(await createVisit({ employee, startsAt }), NOW.minus({ days: 30 }))
    const browser = await signedInAs(await createUser({ member, preset: 'rh' }))
    assert.equal(await bell(browser), '0')
    const page = await browser.get('/notifications')
    assert.include(page.text, 'Rien de nouveau depuis la dernière fois.')
    assert.include(page.text, 'Déjà lues')
  })

  test('says what will come there, as long as nothing has', async ({ assert }) => {
    const { browser } = await aReader()
    const page = await browser.get('/notifications')
    assert.include(page.text, "les suites de vos demandes s'afficheront ici")
    assert.isUndefined(page.form('/notifications/vues'))
    assert.include(page.links, '/compte#notifications')
  })
})

test.group('Reading notifications', (group) => {
  group.each.setup(itIsNow)

  test('opening the page marks nothing; its button marks all that it showed', async ({ assert }) => {
    const { employee, browser } = await aReader()
    await ring(await createVisit({ employee, startsAt }), NOW.minus({ minutes: 20 }))
    await ring(await createVisit({ employee, startsAt: startsAt.plus({ days: 1 }) }), NOW.minus({ minutes: 10 }))
    for (let time = 0; time < 3; time += 1) await browser.get('/notifications')
    assert.equal(await bell(browser), '2')

    const shown = await browser.get('/notifications')
    await ring(await createVisit({ employee, startsAt: startsAt.plus({ days: 2 }) }), NOW.minus({ minutes: 5 }))
    const answer = await browser.post('/notifications/vues', {}, { from: shown })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/notifications')
    assert.equal(await bell(browser), '1')
    const page = await browser.follow(answer)
    assert.include(page.text, 'Depuis la dernière fois')
    assert.include(page.text, 'Déjà lues')
    assert.lengthOf(titlesOn(page), 3)
  })

  test('twice changes nothing, and an old form does not bring back what was read', async ({ assert }) => {
    const { user, employee, browser } = await aReader()
    await ring(await createVisit({ employee, startsAt }), NOW.minus({ minutes: 20 }))
    const old = await browser.get('/notifications')
    await ring(await createVisit({ employee, startsAt: startsAt.plus({ days: 1 }) }), NOW.minus({ minutes: 10 }))
    const recent = await browser.get('/notifications')
    await browser.post('/notifications/vues', {}, { from: recent })
    const seenAt = await rowOf('accesses', { user_id: user.id })
    for (const from of [recent, old]) assert.equal((await browser.post('/notifications/vues', {}, { from })).status, 303)
    assert.deepEqual((await rowOf('accesses', { user_id: user.id })).notifications_seen_at, seenAt.notifications_seen_at)
    assert.equal(await bell(browser), '0')
  })

  test('up to a notification of another member, or to none, is not found and marks nothing', async ({ assert }) => {
    const { user, employee, browser } = await aReader()
    await ring(await createVisit({ employee, startsAt }))
    const foreign = await createVisit({ startsAt: startsAt.plus({ days: 1 }) })
    await ring(foreign, NOW.plus({ days: 1 }))
    const { id } = await rowOf('notifications', { visit_id: foreign.id })
    const before = await rowOf('accesses', { user_id: user.id })
    await browser.get('/notifications')
    for (const upTo of [id, employee.id, 'x']) {
      assert.equal((await browser.post('/notifications/vues', { jusqu_a: upTo })).status, 404)
    }
    for (const upTo of ['', undefined]) assert.equal((await browser.post('/notifications/vues', { jusqu_a: upTo })).status, 303)
    assert.deepEqual(await rowOf('accesses', { user_id: user.id }), before)
  })

  test("is each user's own: a colleague's bell still rings", async ({ assert }) => {
    const { member, employee, browser } = await aReader()
    const colleague = await createUser({ member, preset: 'lecture' })
    await lookedAt(colleague, NOW.minus({ days: 1 }))
    await ring(await createVisit({ employee, startsAt }))
    await browser.get('/notifications')
    await browser.post('/notifications/vues')
    assert.equal(await bell(browser), '0')
    assert.equal(await bell(await signedInAs(colleague)), '1')
  })

  test('goes 25 at a time, and back to the first ones after the last', async ({ assert }) => {
    const { employee, browser } = await aReader()
    const visit = await createVisit({ employee, startsAt })
    for (let minute = 1; minute <= 27; minute += 1) await ring(visit, NOW.minus({ minutes: minute }))
    assert.equal(await bell(browser), '27')
    assert.lengthOf(titlesOn(await browser.get('/notifications')), 25)
    const second = await browser.get('/notifications?page=2')
    assert.lengthOf(titlesOn(second), 2)
    assert.isUndefined(second.form('/notifications/vues'))
    assert.equal((await browser.get('/notifications?page=3')).location, '/notifications')
    for (const page of ['-1', '1e9', 'x', '0']) assert.lengthOf(titlesOn(await browser.get(`/notifications?page=${page}`)), 25)
  })
})
