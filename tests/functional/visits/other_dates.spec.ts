import { test } from '@japa/runner'
import { moveClock, stopClock } from '#core/clock'
import { asMembers } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { takeOtherDate } from '#visits/actions/take_other_date'
import { createDueVisit, createEmployee, createMember, createSlot, createUser, createVisit, insert, owner, rowOf, type Slot } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { aMember, eventsAbout, itIsNow, NOW, toldAbout } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')
const convokedAt = parisInstant('2026-10-20', '11:20')

const aSlot = (day: string, time = '09:00', more = {}) => createSlot({ startsAt: parisInstant(day, time), minutes: 30, kind: 'nurse', ...more })

/** What other tests left free is not to be proposed here. */
async function onlyTheseAreFree() {
  await owner().from('slots').whereNull('visit_id').whereNotIn('id', owner().from('visits').select('slot_id')).delete()
  await owner().rawQuery(`update practitioners set active = false where id in (select practitioner_id from slots where visit_id is null)`)
}

async function aVisit(values: Partial<Parameters<typeof createVisit>[0]> = {}) {
  const world = await aMember()
  await createDueVisit({ employee: world.employee, kind: 'periodic_information', until_on: '2026-12-16' })
  const visit = await createVisit({ employee: world.employee, startsAt, convokedAt, ...values })
  return { ...world, visit, path: `/convocations/${visit.id}/report` }
}

test.group('Another date for a visit', (group) => {
  group.each.setup(itIsNow)
  group.each.setup(onlyTheseAreFree)

  test('is chosen among those that meet the legal deadline, the own centre first, each with its reason', async ({ assert }) => {
    const { member, browser, path } = await aVisit()
    const { centre_id: id } = await rowOf('members', { id: member.id })
    const away = await aSlot('2026-12-01')
    const own = await aSlot('2026-12-15', '09:00', { centre: { id } })
    await aSlot('2026-12-17', '09:00', { centre: { id } })
    await aSlot('2026-12-02', '09:00', { minutes: 20, centre: { id } })
    const page = await browser.get(path)
    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Une autre date pour Élodie Marchevaux')
    assert.include(page.text, 'La date limite légale est le mercredi 16 décembre 2026')
    assert.include(page.text, 'votre centre, 15 jours plus tard que la date actuelle, 1 jour avant la date limite')
    const radios = [...page.html.matchAll(/name="creneau" value="([^"]+)"/g)].map(([, value]) => value)
    assert.deepEqual(radios, [own.id, away.id])
    assert.equal(page.form(path)!.fields.creneau, own.id)
  })

  test('moves the visit at once: place, sequence, reminders, words, former slot free', async ({ assert }) => {
    const { user, browser, visit, path } = await aVisit()
    const slot = await aSlot('2026-12-10', '14:00')
    await browser.get(path)
    const answer = await browser.post(path, { creneau: slot.id })
    assert.equal(answer.status, 303)
    assert.include((await browser.follow(answer)).text, 'Nouvelle date : jeudi 10 décembre 2026 à 14 h 00')
    const row = await rowOf('visits', { id: visit.id })
    assert.containsSubset(row, { slot_id: slot.id, sequence: 1, state: 'convoked', convoked_by: null })
    assert.equal(row.convoked_at.getTime(), NOW.toMillis())
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
    assert.equal((await rowOf('slots', { id: slot.id })).visit_id, visit.id)
    assert.deepEqual(await toldAbout(visit.id), ['visitWorkflow changed'])
    assert.deepEqual(await eventsAbout(visit.id), ['visit.moved'])
    assert.containsSubset(await rowOf('notifications', { visit_id: visit.id }), { kind: 'visit_moved', actor_user_id: user.id })
    assert.include((await browser.get(`/convocations/${visit.id}.ics`)).text, 'SEQUENCE:1')
  })

  test('after the legal deadline is refused while another meets it, and given, with the words for it, when none does', async ({ assert }) => {
    const { browser, visit, path } = await aVisit()
    const late = await aSlot('2026-12-17')
    const good = await aSlot('2026-12-16')
    const refused = await browser.post(path, { creneau: late.id })
    assert.equal(refused.status, 409)
    assert.include(refused.text, "Cette date est après la date limite légale, et d'autres la respectent")
    assert.equal((await rowOf('visits', { id: visit.id })).sequence, 0)

    await owner().from('slots').where('id', good.id).delete()
    assert.include((await browser.get(path)).text, 'Aucune date libre avant la date limite')
    assert.equal((await browser.post(path, { creneau: late.id })).status, 303)
  })

  test('that is taken, past, too short, of the wrong practitioner or of one who left is refused, and the date stays', async ({ assert }) => {
    const { browser, visit, path } = await aVisit({ kind: 'fitness_periodic' })
    const taken = await createVisit({ startsAt: startsAt.plus({ days: 1 }), kind: 'fitness_periodic' })
    const past = await createSlot({ startsAt: NOW })
    const short = await createSlot({ startsAt, minutes: 59 })
    const nurses = await createSlot({ startsAt, kind: 'nurse' })
    const gone = await createSlot({ startsAt: startsAt.plus({ days: 2 }) })
    await owner().from('practitioners').where('id', gone.practitionerId).update({ active: false })
    for (const [id, says] of [
      [taken.slotId, "Cette date vient d'être prise"],
      [gone.id, "Cette date vient d'être prise"],
      [past.id, 'Cette date est passée'],
      [short.id, 'Ce créneau ne convient pas à cette visite'],
      [nurses.id, 'Ce créneau ne convient pas à cette visite'],
    ] as const) {
      const answer = await browser.post(path, { creneau: id })
      assert.equal(answer.status, 409)
      assert.include(answer.text, says)
    }
    assert.containsSubset(await rowOf('visits', { id: visit.id }), { slot_id: visit.slotId, sequence: 0 })
  })

  test('at an hour of another visit of the same person is refused', async ({ assert }) => {
    const { employee, browser, visit, path } = await aVisit()
    await createVisit({ employee, startsAt: parisInstant('2026-12-10', '09:00'), kind: 'on_demand' })
    const slot = await aSlot('2026-12-10', '09:30')
    const answer = await browser.post(path, { creneau: slot.id })
    assert.equal(answer.status, 409)
    assert.include(answer.text, 'La personne a déjà un rendez-vous à cette heure')
    assert.equal((await rowOf('visits', { id: visit.id })).sequence, 0)
    assert.isNull((await rowOf('slots', { id: slot.id })).visit_id)
  })

  test('for a return is never before the return', async ({ assert }) => {
    const { employee, browser } = await aMember()
    await createDueVisit({ employee, kind: 'return', from_on: '2026-12-07', until_on: '2026-12-15' })
    const visit = await createVisit({ employee, startsAt: parisInstant('2026-12-09', '09:00'), convokedAt, kind: 'return' })
    const early = await createSlot({ startsAt: parisInstant('2026-12-06', '15:00') })
    const good = await createSlot({ startsAt: parisInstant('2026-12-07', '08:00') })
    const page = await browser.get(`/convocations/${visit.id}/report`)
    assert.notInclude(page.html, early.id)
    assert.include(page.html, good.id)
    const answer = await browser.post(`/convocations/${visit.id}/report`, { creneau: early.id })
    assert.equal(answer.status, 409)
    assert.include(answer.text, 'Cette date est avant la reprise du travail')
  })

  test('unsaid or unknown is the same form with its error', async ({ assert }) => {
    const { browser, path } = await aVisit()
    await aSlot('2026-12-10')
    const none = await browser.post(path, {})
    assert.equal(none.status, 422)
    assert.include(none.text, 'Choisissez une autre date')
    assert.equal((await browser.post(path, { creneau: 'demain' })).status, 422)
    assert.equal((await browser.post(path, { creneau: '00000000-0000-7000-8000-000000000000' })).status, 404)
  })

  test('is for who may write the visits, of their own member', async ({ assert }) => {
    const { member, path } = await aVisit()
    const slot = await aSlot('2026-12-10')
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    assert.equal((await reader.get(path)).status, 403)
    assert.equal((await reader.post(path, { creneau: slot.id })).status, 403)
    const { browser: stranger } = await aMember()
    assert.equal((await stranger.get(path)).status, 404)
    assert.equal((await stranger.post(path, { creneau: slot.id })).status, 404)
  })

  test('for a visit that is cancelled says so', async ({ assert }) => {
    const { browser, path } = await aVisit({ state: 'cancelled' })
    const slot = await aSlot('2026-12-10')
    assert.equal((await browser.get(path)).status, 409)
    assert.equal((await browser.post(path, { creneau: slot.id })).heading, 'Cette visite est déjà annulée')
  })
})

test.group('Another date, at the limit', (group) => {
  group.each.teardown(() => moveClock())

  const edges = [
    { mode: 'clock_hours', limit: parisInstant('2026-11-28', '10:00') },
    { mode: 'working_hours', limit: parisInstant('2026-11-26', '10:00') },
  ]
  for (const { mode, limit } of edges) {
    for (const { seconds, status } of [{ seconds: -1, status: 303 }, { seconds: 0, status: 409 }, { seconds: 1, status: 409 }]) {
      test(`in ${mode}, ${seconds} s from it, the answer is ${status}`, async ({ assert, cleanup }) => {
        await insert('settings', { key: 'cancellation_mode', value: JSON.stringify(mode) })
        cleanup(() => owner().from('settings').where('key', 'cancellation_mode').delete().then(() => {}))
        moveClock(limit.minus({ minutes: 5 }))
        const { browser, visit, path } = await aVisit()
        const slot = await aSlot('2026-12-10')
        await browser.get(path)
        stopClock(limit.plus({ seconds }))
        const answer = await browser.post(path, { creneau: slot.id })
        assert.equal(answer.status, status)
        const late = status === 409
        assert.deepEqual(await eventsAbout(visit.id), [late ? 'visit.move_refused' : 'visit.moved'])
        if (!late) return
        assert.equal(answer.heading, 'Il est trop tard pour changer de date')
        for (const words of ['Remplacer le salarié', '02 99 00 00 00', 'Votre demande est inscrite au journal']) assert.include(answer.text + answer.html, words)
        assert.equal((await rowOf('visits', { id: visit.id })).sequence, 0)
        assert.notInclude((await browser.get(path)).text, 'Votre demande est inscrite au journal')
      })
    }
  }
})

test.group('Another date, at once', (group) => {
  group.each.setup(itIsNow)

  test('in two tabs: one date is given, the other tab is told, its slot stays free', async ({ assert }) => {
    const { user, browser, visit, path } = await aVisit()
    const otherTab = await signedInAs(user)
    const slots = [await aSlot('2026-12-10'), await aSlot('2026-12-11')]
    const answers = await Promise.all([browser.post(path, { creneau: slots[0]!.id, convocation: '0' }), otherTab.post(path, { creneau: slots[1]!.id, convocation: '0' })])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
    assert.include(answers.find(({ status }) => status === 409)!.text, 'Cette visite a changé de date entre-temps')
    const row = await rowOf('visits', { id: visit.id })
    assert.equal(row.sequence, 1)
    const held = await owner().from('slots').where('visit_id', visit.id)
    assert.deepEqual(held.map(({ id }) => id), [row.slot_id])
  })

  test('and a cancellation: one is done, the other is told', async ({ assert }) => {
    const { user, browser, visit, path } = await aVisit()
    const otherTab = await signedInAs(user)
    const slot = await aSlot('2026-12-10')
    const [moved, cancelled] = await Promise.all([
      browser.post(path, { creneau: slot.id }),
      otherTab.post(`/convocations/${visit.id}/annulation`, { motif: 'Salarié en congé' }),
    ])
    assert.equal(cancelled.status, 303)
    assert.include([303, 409], moved.status)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
    assert.isNull((await rowOf('slots', { id: slot.id })).visit_id)
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
  })

  test('fifty members for the last slot: one has it, forty-nine keep their date and are told', async ({ assert }) => {
    const slot: Slot = await aSlot('2026-12-10')
    const movers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const member = await createMember()
        const user = await createUser({ member, holder: true })
        return { member, user, visit: await createVisit({ employee: await createEmployee({ member }), startsAt, convokedAt }) }
      })
    )
    const answers = await Promise.all(
      movers.map(({ member, user, visit }) =>
        asMembers([member.id], (trx) => takeOtherDate(trx, { visitId: visit.id, slotId: slot.id, userId: user.id }, NOW), user.id)
      )
    )
    assert.lengthOf(answers.filter(({ ok }) => ok), 1)
    assert.deepEqual(answers.filter(({ ok }) => !ok), Array.from({ length: 49 }, () => ({ ok: false, error: { type: 'slot_taken' } })))
    const rows = await owner().from('visits').whereIn('id', movers.map(({ visit }) => visit.id))
    assert.lengthOf(rows.filter(({ sequence }) => sequence === 1), 1)
    const winner = rows.find(({ sequence }) => sequence === 1)
    assert.equal((await rowOf('slots', { id: slot.id })).visit_id, winner.id)
    const kept = movers.filter(({ visit }) => visit.id !== winner.id)
    const slots = await owner().from('slots').whereIn('id', kept.map(({ visit }) => visit.slotId)).whereNotNull('visit_id')
    assert.lengthOf(slots, 49)
  })
})
