import { test } from '@japa/runner'
import { moveClock, stopClock } from '#core/clock'
import { asMembers } from '#core/tenants'
import { substituteVisit } from '#visits'
import { parisInstant } from '#shared/dates'
import { createDueVisit, createEmployee, createMember, createRequest, createVisit, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { aMember, eventsAbout, itIsNow, NOW, someoneDue, toldAbout } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-26', '08:30')
const convokedAt = parisInstant('2026-11-05', '16:05')

test.group('Who may come instead', (group) => {
  group.each.setup(itIsNow)

  test('are the colleagues to whom the same visit is due, the nearest date first and chosen', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const maud = await someoneDue(member, { first_name: 'Maud' }, { until_on: '2026-12-18' })
    const karim = await someoneDue(member)
    const first = await someoneDue(member, { first_name: 'Yann' }, { until_on: '2026-12-01', kind: 'initial_information' })
    const page = await browser.get(`/convocations/${visit.id}/remplacement`)

    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Remplacer Élodie Marchevaux')
    const radios = [...page.html.matchAll(/name="remplacant" value="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(radios, [karim.id, first.id, maud.id])
    assert.equal(page.form('Remplacer le salarié')!.fields.remplacant, karim.id)
  })

  test('are none of those who left, who are convoked, who wait for another visit or work elsewhere', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    await someoneDue(member, { left_on: '2026-11-25' })
    await someoneDue(member, { category: 'SIR' }, { kind: 'fitness_periodic' })
    await createEmployee({ member })
    await someoneDue(await createMember())
    const elsewhere = await someoneDue(member)
    await createVisit({ employee: elsewhere, startsAt: parisInstant('2026-12-09', '10:00'), convokedAt })
    const page = await browser.get(`/convocations/${visit.id}/remplacement`)
    assert.include(page.text, "Personne d'autre n'attend la même visite")
    assert.isUndefined(page.form('Remplacer le salarié'))
  })

  test('for a fitness exam are under reinforced follow-up only', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt, kind: 'fitness_periodic' })
    await someoneDue(member, { category: 'SI' }, { kind: 'fitness_periodic' })
    const reinforced = await someoneDue(member, { category: 'SIR' }, { kind: 'fitness_hiring' })
    const page = await browser.get(`/convocations/${visit.id}/remplacement`)
    const radios = [...page.html.matchAll(/name="remplacant" value="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(radios, [reinforced.id])
  })
})

test.group('Sending somebody else', (group) => {
  group.each.setup(itIsNow)

  test('for two visits at the same moment gives the same person one of them', async ({ assert }) => {
    const { member, employee, user } = await aMember()
    const colleague = await createEmployee({ member, first_name: 'Noé' })
    const replaced = [
      await createVisit({ employee, startsAt, convokedAt }),
      await createVisit({ employee: colleague, startsAt: parisInstant('2026-12-03', '14:00'), convokedAt }),
    ]
    const substitute = await someoneDue(member)
    const asked = replaced.map(({ id: visitId }) =>
      asMembers([member.id], (trx) => substituteVisit(trx, { visitId, employeeId: substitute.id, userId: user.id }, NOW))
    )
    const answers = await Promise.all(asked)
    assert.sameMembers(answers.map(({ ok }) => ok), [true, false])
    assert.lengthOf(await rowsOf('visits', { employee_id: substitute.id, state: 'convoked' }), 1)
  })

  test('hands the slot over in one exchange, and everybody is told', async ({ assert }) => {
    const { member, employee, user, browser } = await aMember()
    const request = await createRequest({ employee, state: 'planned' })
    const visit = await createVisit({ employee, startsAt, convokedAt, request })
    const karim = await someoneDue(member)
    await browser.get(`/convocations/${visit.id}/remplacement`)
    const answer = await browser.post(`/convocations/${visit.id}/remplacement`)

    assert.equal(answer.status, 303)
    const [substitution] = await rowsOf('substitutions', { visit_id: visit.id })
    assert.equal(answer.location, `/convocations/${substitution.new_visit_id}`)
    assert.equal(substitution.asked_by_user, user.id)
    const page = await browser.follow(answer)
    assert.include(page.text, 'Élodie Marchevaux laisse sa place')
    assert.equal(page.heading, 'Convocation de Karim Bensallah')
    assert.include(page.text, "À la place d'Élodie Marchevaux")

    assert.equal((await rowOf('visits', { id: visit.id })).state, 'substituted')
    const exchanged = await rowOf('visits', { id: substitution.new_visit_id })
    assert.containsSubset(exchanged, { employee_id: karim.id, slot_id: visit.slotId, state: 'convoked', kind: 'periodic_information' })
    assert.equal(exchanged.convoked_at.getTime(), NOW.toMillis())
    assert.equal((await rowOf('slots', { id: visit.slotId })).visit_id, exchanged.id)
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'taken')
    assert.deepEqual(await toldAbout(visit.id), ['visitWorkflow changed'])
    assert.deepEqual(await toldAbout(exchanged.id), ['visitWorkflow'])
    assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow changed'])
    assert.deepEqual(await eventsAbout(visit.id), ['visit.substituted'])

    const former = await browser.get(`/convocations/${visit.id}`)
    assert.include(former.text, 'Karim Bensallah a pris ce créneau')
    assert.include(former.links, `/convocations/${exchanged.id}`)
  })

  test('answers the follow-up that was asked for them', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const karim = await someoneDue(member)
    const asked = await createRequest({ employee: karim, state: 'sent' })
    await browser.post(`/convocations/${visit.id}/remplacement`, { remplacant: karim.id })
    assert.equal((await rowOf('visit_requests', { id: asked.id })).state, 'planned')
    assert.isNotNull(await rowOf('visits', { visit_request_id: asked.id }))
    assert.deepEqual(await toldAbout(asked.id), ['visitRequestWorkflow changed'])
  })

  test('is possible until the visit starts, not at its start', async ({ assert, cleanup }) => {
    cleanup(() => moveClock())
    stopClock(startsAt.minus({ minutes: 5 }))
    const { member, employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const karim = await someoneDue(member)
    const path = `/convocations/${visit.id}/remplacement`
    stopClock(startsAt)
    const late = await browser.post(path, { remplacant: karim.id })
    assert.equal(late.status, 409)
    assert.equal(late.heading, 'Cette visite a commencé')
    stopClock(startsAt.minus({ milliseconds: 1 }))
    assert.equal((await browser.post(path, { remplacant: karim.id })).status, 303)
  })

  test('of the wrong kind, absent or convoked elsewhere is refused with its reason', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const other = await someoneDue(member, { category: 'SIR' }, { kind: 'intermediate' })
    const nothing = await createEmployee({ member })
    const gone = await someoneDue(member, { left_on: '2026-11-20' })
    const busy = await someoneDue(member)
    await createVisit({ employee: busy, startsAt, convokedAt, kind: 'on_demand', visible: false })
    const refusals = [
      [other, "Cette personne n'attend pas la même visite"],
      [nothing, "Cette personne n'attend pas la même visite"],
      [gone, "Cette personne n'est pas dans l'effectif le jour de la visite"],
      [busy, 'Cette personne est déjà convoquée'],
    ] as const
    for (const [{ id }, says] of refusals) {
      const answer = await browser.post(`/convocations/${visit.id}/remplacement`, { remplacant: id })
      assert.equal(answer.status, 409)
      assert.include(answer.text, says)
    }
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
    assert.equal((await rowOf('slots', { id: visit.slotId })).visit_id, visit.id)
    assert.lengthOf(await rowsOf('substitutions', { visit_id: visit.id }), 0)
  })

  test('without a name, or for somebody of another member, changes nothing', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const visit = await createVisit({ employee, startsAt, convokedAt })
    await someoneDue(member)
    const stranger = await someoneDue(await createMember())
    const path = `/convocations/${visit.id}/remplacement`
    const none = await browser.post(path, { remplacant: undefined })
    assert.equal(none.status, 422)
    assert.include(none.text, 'Choisissez qui prend la place')
    assert.include(none.links, '#remplacant')
    assert.equal((await browser.post(path, { remplacant: '118' })).status, 422)
    assert.equal((await browser.post(path, { remplacant: stranger.id })).status, 404)
    assert.lengthOf(await rowsOf('visits', { slot_id: visit.slotId }), 1)
  })

  test('twice in the same instant is one exchange', async ({ assert }) => {
    const { member, employee, user, browser } = await aMember()
    const otherTab = await signedInAs(user)
    const visit = await createVisit({ employee, startsAt, convokedAt })
    const karim = await someoneDue(member)
    const path = `/convocations/${visit.id}/remplacement`
    const answers = await Promise.all([browser, otherTab].map((tab) => tab.post(path, { remplacant: karim.id })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
    assert.lengthOf(await rowsOf('visits', { slot_id: visit.slotId }), 2)
  })

  test('for two visits at the same hour takes the person once', async ({ assert }) => {
    const { member, employee, user, browser } = await aMember()
    const otherTab = await signedInAs(user)
    const colleague = await createEmployee({ member, first_name: 'Sandrine' })
    const visits = [
      await createVisit({ employee, startsAt, convokedAt }),
      await createVisit({ employee: colleague, startsAt, convokedAt }),
    ]
    const karim = await someoneDue(member)
    const [one, other] = await Promise.all([
      browser.post(`/convocations/${visits[0]!.id}/remplacement`, { remplacant: karim.id }),
      otherTab.post(`/convocations/${visits[1]!.id}/remplacement`, { remplacant: karim.id }),
    ])
    assert.deepEqual([one.status, other.status].toSorted(), [303, 409])
    assert.lengthOf(await rowsOf('visits', { employee_id: karim.id }), 1)
    const states = await Promise.all(visits.map(({ id }) => rowOf('visits', { id })))
    assert.sameMembers(states.map(({ state }) => state), ['convoked', 'substituted'])
  })
})

test.group('What is due after a substitution', (group) => {
  group.each.setup(itIsNow)

  test('stays due to the one who gave the place up', async ({ assert }) => {
    const { member, browser } = await aMember()
    const employee = await someoneDue(member, { first_name: 'Sylvain', family_name: 'Ortolan' }, { until_on: '2026-12-01' })
    await createDueVisit({ employee, kind: 'intermediate', until_on: '2027-12-01' })
    const visit = await createVisit({ employee, startsAt, convokedAt })
    await someoneDue(member)
    const page = await browser.get(`/convocations/${visit.id}/remplacement`)
    assert.include(page.text, 'La date limite de Sylvain Ortolan reste le mardi 1er décembre 2026')
  })
})
