import { test } from '@japa/runner'
import { addDays, formatDay, formatInstant, parisDay, parisInstant, isWorkingDay, weekdayOf } from '#shared/dates'
import { asStaff } from '#core/tenants'
import { bookSlot, cutSlots } from '#calendar'
import { DateTime } from 'luxon'
import { inDays } from '#tests/support/clock'
import { createEmployee, createMember, createOpening, createPractitioner, createRequest, createSlot, createVisit, owner, rowOf, rowsOf } from '#tests/support/factories'
import { allActivities } from '#workflows/activities'
import { staffAs } from '#tests/functional/back_office/staff_visitor'

const plain = (text: string) => text.replace(/\s+/g, ' ')

/** The first working day at least so many days ahead whose next three weeks are working days too. */
function workday(days: number): string {
  const day = parisDay(inDays(days, '12:00'))
  return [0, 7].every((more) => isWorkingDay(addDays(day, more))) ? day : workday(days + 1)
}

/** A nurse who holds mornings, cut in slots, with a convoked employee at half past nine of `day`. */
async function createWorld() {
  const member = await createMember()
  const employee = await createEmployee({ member, first_name: 'Karim', family_name: `Bensallah ${member.number}` })
  const practitioner = await createPractitioner('nurse', { name: `Maëlle ${member.number}` })
  const day = workday(12)
  const opening = await createOpening({ weekday: weekdayOf(day), practitioner, centre: member.centre })
  await asStaff((trx) => cutSlots(trx, practitioner.id, DateTime.utc()))
  const slot = await slotAt(practitioner.id, day, '09:30')
  const request = await createRequest({ employee, state: 'planned' })
  const visit = await createVisit({ employee, request, startsAt: slot.startsAt, slot: { ...slot, practitionerId: practitioner.id, centreId: member.centre.id } })
  return { member, employee, practitioner, day, opening, visit, request, slot }
}

async function slotAt(practitionerId: string, day: string, time: string) {
  const startsAt = parisInstant(day, time)
  const row = await owner().from('slots').where('practitioner_id', practitionerId).where('starts_at', startsAt.toISO()!).firstOrFail()
  return { id: row.id as string, startsAt, endsAt: DateTime.fromJSDate(row.ends_at) }
}

const free = async (practitionerId: string, day: string) =>
  (await owner().from('slots').where({ practitioner_id: practitionerId, withdrawn: false }).whereNull('visit_id').whereBetween('starts_at', [parisInstant(day, '00:00').toISO()!, parisInstant(addDays(day, 1), '00:00').toISO()!])).length

test.group('Openings cut in slots', () => {
  test('for the days of the setting, once, whatever is asked again or at once', async ({ assert }) => {
    const { practitioner, day } = await createWorld()
    const count = async () => (await rowsOf('slots', { practitioner_id: practitioner.id })).length
    const before = await count()
    assert.isAbove(before, 8 * 6)
    const added = await Promise.all([1, 2, 3].map(() => asStaff((trx) => cutSlots(trx, practitioner.id, DateTime.utc()))))
    assert.deepEqual(added, [0, 0, 0])
    assert.equal(await count(), before)
    assert.equal(await free(practitioner.id, day), 7)
    const last = await owner().from('slots').where('practitioner_id', practitioner.id).max('starts_at as at').first()
    assert.isTrue(parisDay(DateTime.fromJSDate(last.at)) <= addDays(parisDay(DateTime.utc()), 60))
    assert.isAbove(await asStaff((trx) => cutSlots(trx, practitioner.id, DateTime.utc().plus({ days: 21 }))), 0)
  })

  test('leave room around a slot made by hand', async ({ assert }) => {
    const practitioner = await createPractitioner('nurse')
    const day = workday(9)
    const opening = await createOpening({ weekday: weekdayOf(day), practitioner })
    await createSlot({ startsAt: parisInstant(day, '09:15'), minutes: 30, practitioner, centre: { id: opening.centreId } })
    await asStaff((trx) => cutSlots(trx, practitioner.id, DateTime.utc()))
    assert.equal(await free(practitioner.id, day), 7)
  })
})

test.group('Changing an opening', () => {
  test('that touches nobody is done at once, and its free slots follow', async ({ assert }) => {
    const { opening, practitioner, day } = await createWorld()
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin/ouvertures/${opening.id}`)
    assert.includeMembers(page.forms.flatMap(({ buttons }) => buttons), ["Changer l'ouverture", 'Fermer ce jour', "Arrêter l'ouverture"])
    const done = await planner.post(`/admin/ouvertures/${opening.id}/changement`, { fin: '11:00', a_partir_du: addDays(day, 1) })
    assert.equal(done.status, 303)
    assert.include((await planner.follow(done)).text, 'Aucune convocation n\'est touchée')
    assert.deepEqual([await free(practitioner.id, day), await free(practitioner.id, addDays(day, 7))], [7, 5])
    const closed = await planner.get(`/admin/ouvertures?professionnel=${practitioner.id}&semaine=${addDays(day, 7)}`)
    assert.include(plain(closed.text), '8 h 30 à 11 h 00')
  })

  test('lists who is touched and what will be sent, writes nothing before the yes, then moves them in one go', async ({ assert }) => {
    const { member, employee, opening, practitioner, day, visit, slot } = await createWorld()
    const planner = await staffAs('planner')
    await planner.get(`/admin/ouvertures/${opening.id}`)
    const review = await planner.post(`/admin/ouvertures/${opening.id}/fin`, { dernier_jour: addDays(day, -1) })
    assert.equal(review.status, 200)
    assert.equal(review.heading, 'Une convocation touchée')
    for (const said of [employee.name, member.name, formatInstant(slot.startsAt), 'À replanifier', 'Une nouvelle convocation part']) assert.include(plain(review.text), plain(said))
    assert.equal((await rowOf('openings', { id: opening.id })).valid_until, null)
    assert.equal(await free(practitioner.id, day), 7)
    assert.equal((await rowOf('visits', { id: visit.id })).slot_id, slot.id)

    const target = await createSlot({ startsAt: parisInstant(workday(20), '15:00'), minutes: 30, kind: 'nurse', centre: member.centre })
    const done = await planner.post(`/admin/ouvertures/${opening.id}/fin`, { [`visite_${visit.id}`]: target.id })
    assert.equal(done.status, 303)
    const moved = await rowOf('visits', { id: visit.id })
    assert.deepEqual([moved.slot_id, moved.sequence, moved.state], [target.id, 1, 'convoked'])
    assert.equal((await rowOf('openings', { id: opening.id })).valid_until, addDays(day, -1))
    assert.deepEqual([await free(practitioner.id, day), await free(practitioner.id, addDays(day, 7))], [0, 0])
    const former = await rowOf('slots', { id: slot.id })
    assert.deepEqual([former.withdrawn, former.visit_id], [true, null])
    assert.isFalse(await asStaff((trx) => bookSlot(trx, slot.id, visit.id)))
    const result = await planner.follow(done)
    assert.include(plain(result.text), `Déplacée au ${plain(formatInstant(target.startsAt))}`)
    assert.deepEqual((await rowsOf('outbox_messages', { subject_id: visit.id })).map(({ signal }) => signal), ['changed'])
  })

  test('stale: a slot booked between the list and the yes brings the new list, and nothing is written', async ({ assert }) => {
    const { member, opening, practitioner, day, visit } = await createWorld()
    const planner = await staffAs('planner')
    await planner.get(`/admin/ouvertures/${opening.id}`)
    await planner.post(`/admin/ouvertures/${opening.id}/fin`, { dernier_jour: addDays(day, -1) })
    const other = await createEmployee({ member, family_name: `Tardivel ${member.number}` })
    const taken = await slotAt(practitioner.id, day, '10:00')
    await createVisit({ employee: other, startsAt: taken.startsAt, slot: { ...taken, practitionerId: practitioner.id, centreId: member.centre.id } })

    const stale = await planner.post(`/admin/ouvertures/${opening.id}/fin`)
    assert.equal(stale.status, 409)
    assert.include(stale.text, 'La liste a changé')
    assert.include(stale.text, other.name)
    assert.isNull((await rowOf('openings', { id: opening.id })).valid_until)
    assert.equal((await rowOf('visits', { id: visit.id })).sequence, 0)
    const done = await planner.post(`/admin/ouvertures/${opening.id}/fin`)
    assert.equal(done.status, 303)
    assert.equal((await rowsOf('calendar_change_visits', { visit_id: visit.id }))[0]!.outcome, 'moved')
  })

  test('two yeses at once make it once', async ({ assert }) => {
    const { opening, day, visit, practitioner } = await createWorld()
    const planners = [await staffAs('planner'), await staffAs('planner')]
    for (const planner of planners) {
      await planner.get(`/admin/ouvertures/${opening.id}`)
      await planner.post(`/admin/ouvertures/${opening.id}/fin`, { dernier_jour: addDays(day, -1) })
    }
    const answers = await Promise.all(planners.map((planner) => planner.post(`/admin/ouvertures/${opening.id}/fin`, { [`visite_${visit.id}`]: 'replanifier' })))
    assert.sameMembers(answers.map(({ status }) => status), [303, 409])
    assert.lengthOf(await rowsOf('calendar_changes', { practitioner_id: practitioner.id }), 1)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
  })

  test('against a booking at the same instant: it is listed, or it is refused', async ({ assert }) => {
    const { member, practitioner, opening, day, visit } = await createWorld()
    const planner = await staffAs('planner')
    await planner.get(`/admin/ouvertures/${opening.id}`)
    await planner.post(`/admin/ouvertures/${opening.id}/fin`, { dernier_jour: addDays(day, -1) })
    const wanted = await slotAt(practitioner.id, day, '11:00')
    const spare = await createVisit({ member, startsAt: inDays(40, '10:00') })
    await owner().from('slots').where('id', spare.slotId).update({ visit_id: null })
    const [done, booked] = await Promise.all([planner.post(`/admin/ouvertures/${opening.id}/fin`, { [`visite_${visit.id}`]: 'replanifier' }), asStaff((trx) => bookSlot(trx, wanted.id, spare.id))])
    assert.equal(done.status, booked ? 409 : 303)
  })

  test('a choice that is missing or given twice is asked again', async ({ assert }) => {
    const { opening, day, visit } = await createWorld()
    const planner = await staffAs('planner')
    await planner.get(`/admin/ouvertures/${opening.id}`)
    await planner.post(`/admin/ouvertures/${opening.id}/fermeture`, { jour_ferme: day })
    const asked = await planner.post(`/admin/ouvertures/${opening.id}/fermeture`, { [`visite_${visit.id}`]: '' })
    assert.equal(asked.status, 422)
    assert.include(asked.text, 'Choisissez ce que devient la visite')
    assert.equal((await rowOf('visits', { id: visit.id })).sequence, 0)
  })

  test('is refused in French: an hour before the other, a day gone by, a time taken, a day on which it is not', async ({ assert }) => {
    const { opening, practitioner, member, day } = await createWorld()
    const planner = await staffAs('planner')
    const refused = async (path: string, fields: Record<string, string>, said: string) => {
      await planner.get(path.endsWith('ouvertures') ? '/admin/ouvertures/nouvelle' : `/admin/ouvertures/${opening.id}`)
      const page = await planner.post(path, fields)
      assert.equal(page.status, 422, said)
      assert.include(plain(page.text), said)
    }
    const path = `/admin/ouvertures/${opening.id}`
    await refused(`${path}/changement`, { debut: '12:30' }, "L'heure de fin vient avant celle du début")
    await refused(`${path}/changement`, { a_partir_du: '2020-01-01' }, 'Ce jour est passé')
    await refused(`${path}/changement`, { a_partir_du: '2026-13-01' }, "Cette date n'existe pas")
    await refused(`${path}/changement`, { debut: '8h' }, "Écrivez l'heure comme 08:30")
    await refused(`${path}/fermeture`, { jour_ferme: addDays(day, 1) }, "L'ouverture n'a pas lieu ce jour-là")
    const hours = { professionnel: practitioner.id, centre: member.centre.id, jour: String(weekdayOf(day)), debut: '12:29', fin: '13:30' }
    await refused('/admin/ouvertures', hours, 'Une autre ouverture prend déjà ce temps')
    await planner.get('/admin/ouvertures/nouvelle')
    assert.equal((await planner.post('/admin/ouvertures', { ...hours, debut: '12:30' })).status, 303)
    assert.equal(await free(practitioner.id, day), 9)
  })
})

test.group('An absence', () => {
  test('puts the request back into the queue when the planner says so, and gives its slots back once withdrawn', async ({ assert }) => {
    const { practitioner, day, visit, request } = await createWorld()
    const planner = await staffAs('planner')
    await planner.get(`/admin/absences/nouvelle?professionnel=${practitioner.id}`)
    const review = await planner.post('/admin/absences', { professionnel: practitioner.id, absent_du: day, absent_au: day })
    assert.include(plain(review.text), plain(`Absence le ${formatDay(day)}`))
    const done = await planner.post('/admin/absences', { [`visite_${visit.id}`]: 'replanifier' })
    assert.equal(done.status, 303)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'cancelled')
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'taken')
    assert.include((await planner.follow(done)).text, 'la demande est dans la file')
    assert.deepEqual([await free(practitioner.id, day), await free(practitioner.id, addDays(day, 7))], [0, 8])

    const page = await planner.get(`/admin/ouvertures?professionnel=${practitioner.id}&semaine=${day}`)
    assert.include(page.text, 'Absence')
    const back = await planner.post(page.forms.find(({ action }) => action.endsWith('/retrait'))!.action)
    assert.equal(back.status, 303)
    assert.equal(await free(practitioner.id, day), 8)
  })

  test('keeps in sight a visit whose chosen slot was taken in between: it is said, and not moved', async ({ assert }) => {
    const { member, practitioner, day, visit, slot } = await createWorld()
    const planner = await staffAs('planner')
    await planner.get('/admin/absences/nouvelle')
    await planner.post('/admin/absences', { professionnel: practitioner.id, absent_du: day, absent_au: day })
    const taken = await createVisit({ member, startsAt: parisInstant(workday(22), '15:00') })
    const done = await planner.post('/admin/absences', { [`visite_${visit.id}`]: taken.slotId })
    const result = await planner.follow(done)
    assert.include(result.text, '1 visite à traiter')
    assert.deepEqual([(await rowOf('visits', { id: visit.id })).slot_id, (await rowOf('slots', { id: slot.id })).visit_id], [slot.id, visit.id])
  })

  test('takes up what was left half way, once', async ({ assert }) => {
    const { practitioner, day, visit } = await createWorld()
    const planner = await staffAs('planner')
    await planner.get('/admin/absences/nouvelle')
    await planner.post('/admin/absences', { professionnel: practitioner.id, absent_du: day, absent_au: day })
    const done = await planner.post('/admin/absences', { [`visite_${visit.id}`]: 'replanifier' })
    const other = await createVisit({ startsAt: inDays(15, '10:00') })
    const changeId = done.location.split('/').at(-1)!
    await owner().table('calendar_change_visits').insert({ change_id: changeId, visit_id: other.id, starts_at: other.startsAt.toISO() })
    const page = await planner.follow(done)
    const resumed = await planner.post(page.form('Terminer le changement')!.action)
    assert.equal((await rowOf('visits', { id: other.id })).state, 'cancelled')
    assert.isUndefined((await planner.follow(resumed)).form('Terminer le changement'))
  })

  test('comes back at the setting and by the night: the worker cuts what came into sight, and nothing the second time', async ({ assert }) => {
    const { practitioner } = await createWorld()
    const count = async () => (await rowsOf('slots', { practitioner_id: practitioner.id })).length
    const before = await count()
    const { cutSlots: night } = allActivities({ now: async () => DateTime.utc().plus({ days: 14 }) })
    assert.isAtLeast(await night(), 8)
    const after = await count()
    assert.isAbove(after, before)
    assert.equal(await night(), 0)
    assert.equal(await count(), after)
  })

  test('is written by planners alone, and read by those who read the planning', async ({ assert }) => {
    const { opening } = await createWorld()
    const reader = await staffAs('auditor')
    const page = await reader.get('/admin/ouvertures')
    assert.equal(page.status, 200)
    assert.notInclude(page.links, `/admin/ouvertures/${opening.id}`)
    assert.notInclude(page.text, 'Noter une absence')
    assert.equal((await reader.get(`/admin/ouvertures/${opening.id}`)).status, 403)
  })
})
