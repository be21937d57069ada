import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { formatInstant, parisDay } from '#shared/dates'
import { capitalised } from '#shared/wording'
import { inDays } from '#tests/support/clock'
import { createCentre, createDueVisit, createEmployee, createMember, createPractitioner, createRequest, createSlot, createVisit, owner, rowOf, rowsOf, type Member } from '#tests/support/factories'
import { staffAs } from '#tests/functional/back_office/staff_visitor'

const plain = (text: string) => text.replace(/\s+/g, ' ')
const said = (instant: DateTime) => plain(formatInstant(instant))

/** So many days from now begins a time of which no slot is known: tests share one database, and all free slots are proposed. */
async function quietTime() {
  const last = await owner().from('slots').max('ends_at as at').first()
  return 30 + Math.max(0, Math.ceil((+new Date(last.at) - Date.now()) / 86_400_000))
}

/**
 * A member whose employee has a follow-up to come, and the request that asks for it in a quiet time: `day(3)` is three
 * days after that begins.
 */
async function createWorld() {
  const first = await quietTime()
  const day = (number: number) => first + number
  const deadline = parisDay(inDays(day(60), '12:00'))
  const member = await createMember()
  const employee = await createEmployee({ member, first_name: 'Karim', family_name: 'Bensallah' })
  await createDueVisit({ employee, until_on: deadline })
  const request = await createRequest({ employee, legalDeadline: deadline })
  await owner().from('visit_requests').where('id', request.id).update({ wish_from: parisDay(inDays(first, '12:00')) })
  return { member, employee, request, day }
}

/** Slots of the member's own nurse that do for a periodic visit, so many days from now. */
async function createSlots(member: Member, days: number[], time = '09:30') {
  const slots = []
  for (const number of days) slots.push(await createSlot({ startsAt: inDays(number, time), minutes: 30, centre: member.centre, practitioner: member.nurse }))
  return slots
}

const told = async (subjectId: string) => (await rowsOf('outbox_messages', { subject_id: subjectId })).map(({ workflow_type: type, signal }) => [type, signal])

test.group("The planner's path", () => {
  test('goes from the queue to the outcome without JavaScript', async ({ assert }) => {
    const { member, employee, request, day } = await createWorld()
    const planner = await staffAs('planner', { name: 'Solène Kervadec' })

    const queue = await planner.get(`/admin/planification?recherche=${member.number}`)
    assert.include(queue.text, 'Karim Bensallah')
    const address = queue.links.find((link) => link === `/admin/demandes/${request.id}`)!
    const page = await planner.get(address)
    assert.equal(plain(page.heading), 'Visite de suivi pour Karim Bensallah')
    assert.includeMembers(page.forms.flatMap(({ buttons }) => buttons), ['Prendre en charge', 'Planifier', 'Refuser'])

    const taken = await planner.post(page.form('Prendre en charge')!.action)
    assert.deepEqual([taken.status, taken.location], [303, address])
    const mine = await planner.follow(taken)
    assert.include(mine.text, 'Vous avez pris cette demande en charge')
    assert.include(mine.text, 'par Solène Kervadec')
    assert.isUndefined(mine.form('Prendre en charge'))

    const free = await createSlots(member, [day(5), day(6), day(8)])
    const planning = await planner.get(mine.form('Planifier')!.action)
    const { fields, action } = planning.form('Convoquer')!
    assert.equal(fields.creneau, free[0]!.id)
    assert.include(planning.text, capitalised(said(free[0]!.startsAt)))
    assert.include(planning.text, 'Le premier créneau libre au centre de Vern, 55 jours avant la date limite')
    assert.include(planning.text, '1 jour plus tard au centre de Vern')
    assert.include(planning.text, '3 jours plus tard au centre de Vern')
    const convoked = await planner.post(action)
    assert.equal(convoked.status, 303)

    const visit = await rowOf('visits', { visit_request_id: request.id })
    assert.equal(convoked.location, `/admin/visites/${visit.id}`)
    assert.deepEqual([visit.slot_id, visit.state, visit.convoked_by, visit.employee_id], [free[0]!.id, 'convoked', planner.staff.id, employee.id])
    assert.deepEqual(await told(visit.id), [['visitWorkflow', null]])
    assert.deepEqual(await told(request.id), [['visitRequestWorkflow', 'changed'], ['visitRequestWorkflow', 'changed']])

    const shown = await planner.follow(convoked)
    assert.include(shown.text, 'La visite est planifiée')
    assert.include(shown.text, `s'enregistre à partir du début de la visite, le ${said(free[0]!.startsAt)}`)
    assert.isUndefined(shown.form('Réalisée'))
    const early = await planner.post(`/admin/visites/${visit.id}/issue`, { issue: 'held' })
    assert.equal(early.status, 409)
    assert.include(early.text, "La visite n'a pas commencé")

    const moving = await planner.get(shown.form('Déplacer')!.action)
    assert.include(moving.text, `Le créneau du ${said(free[0]!.startsAt)} sera libéré`)
    const moved = await planner.post(moving.form('Déplacer la visite')!.action, { creneau: free[2]!.id })
    assert.equal(moved.status, 303)
    const again = await rowOf('visits', { id: visit.id })
    assert.deepEqual([again.slot_id, again.sequence], [free[2]!.id, 1])
    assert.isNull((await rowOf('slots', { id: free[0]!.id })).visit_id)
    assert.deepEqual((await told(visit.id)).at(-1), ['visitWorkflow', 'changed'])
  })

  test('records that a visit was held, once: a second planner is told by whom', async ({ assert }) => {
    const { employee, request } = await createWorld()
    const visit = await createVisit({ employee, startsAt: DateTime.utc().minus({ hours: 1 }).startOf('second'), request })
    await owner().from('visit_requests').where('id', request.id).update({ state: 'planned' })
    const [one, other] = [await staffAs('planner', { name: 'Solène Kervadec' }), await staffAs('planner')]
    const page = await one.get(`/admin/visites/${visit.id}`)
    assert.sameMembers(page.form('Réalisée')!.buttons, ['Réalisée', 'Absence excusée', 'Absence non excusée'])
    await other.get(`/admin/visites/${visit.id}`)

    const held = await one.post(page.form('Réalisée')!.action, { issue: 'held' })
    assert.equal(held.status, 303)
    assert.include((await one.follow(held)).text, 'La visite est enregistrée comme réalisée')
    const late = await other.post(`/admin/visites/${visit.id}/issue`, { issue: 'unexcused' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'Solène Kervadec a enregistré : réalisée')
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'held')
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'held')
  })

  test('puts the request of an absent employee back into the queue')
    .with(['excused', 'unexcused'])
    .run(async ({ assert }, outcome) => {
      const { employee, request } = await createWorld()
      const visit = await createVisit({ employee, startsAt: DateTime.utc().minus({ hours: 1 }), request })
      await owner().from('visit_requests').where('id', request.id).update({ state: 'planned' })
      const planner = await staffAs('planner')
      await planner.get(`/admin/visites/${visit.id}`)
      const recorded = await planner.post(`/admin/visites/${visit.id}/issue`, { issue: outcome })
      assert.include((await planner.follow(recorded)).text, 'La demande revient dans la file')
      assert.equal((await rowOf('visits', { id: visit.id })).state, outcome)
      assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'taken')
    })

  test('takes no outcome but the three', async ({ assert }) => {
    const visit = await createVisit({ startsAt: DateTime.utc().minus({ hours: 1 }) })
    const planner = await staffAs('planner')
    await planner.get(`/admin/visites/${visit.id}`)
    for (const issue of ['cancelled', '', 'convoked']) {
      const refused = await planner.post(`/admin/visites/${visit.id}/issue`, { issue })
      assert.equal(refused.status, 422)
      assert.match(refused.text, /Choisissez une des trois issues|Dites ce que la visite est devenue/)
    }
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
  })

  test('cancels a visit with a reason, also after the limit of the employer, and not once it has begun', async ({ assert }) => {
    const { employee, request } = await createWorld()
    const visit = await createVisit({ employee, startsAt: DateTime.utc().plus({ hours: 5 }), request })
    await owner().from('visit_requests').where('id', request.id).update({ state: 'planned' })
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin/visites/${visit.id}`)
    assert.include(page.text, "L'employeur ne peut plus annuler")
    const form = await planner.get(page.form('Annuler la visite')!.action)
    const empty = await planner.post(form.form("Confirmer l'annulation")!.action, { motif: '  ' })
    assert.equal(empty.status, 422)
    assert.include(empty.text, 'Indiquez le motif')
    assert.match(empty.title, /^1 point à corriger/)
    const cancelled = await planner.post(`/admin/visites/${visit.id}/annulation`, { motif: 'Médecin absent' })
    assert.equal(cancelled.status, 303)
    const after = await planner.follow(cancelled)
    assert.include(after.text, 'La visite est annulée')
    assert.include(after.text, 'Médecin absent')
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'taken')
    assert.deepInclude(await rowOf('cancellations', { visit_id: visit.id }), { decision: 'accepted', asked_by_staff: planner.staff.id })
    assert.equal((await planner.post(`/admin/visites/${visit.id}/annulation`, { motif: 'Encore une fois' })).status, 409)

    const begun = await createVisit({ startsAt: DateTime.utc().minus({ minutes: 5 }) })
    const refused = await planner.post(`/admin/visites/${begun.id}/annulation`, { motif: 'Trop tard pour cela' })
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'La visite a commencé')
    assert.equal((await rowOf('visits', { id: begun.id })).state, 'convoked')
  })

  test('refuses a request with a reason that the form keeps when it is too long', async ({ assert }) => {
    const { request } = await createWorld()
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin/demandes/${request.id}`)
    const form = await planner.get(page.form('Refuser')!.action)
    assert.include(form.text, "N'écrivez rien sur l'état de santé")
    const reason = 'x'.repeat(501)
    const long = await planner.post(form.form('Refuser la demande')!.action, { motif: reason })
    assert.equal(long.status, 422)
    assert.include(long.html, reason)
    assert.equal((await planner.post(`/admin/demandes/${request.id}/refus`, { motif: 'a\u0000b' })).status, 422)
    const refused = await planner.post(`/admin/demandes/${request.id}/refus`, { motif: 'Une visite a eu lieu le mois dernier' })
    const after = await planner.follow(refused)
    assert.include(after.text, 'La demande est refusée')
    assert.include(after.text, 'Une visite a eu lieu le mois dernier')
    assert.deepInclude(await rowOf('visit_requests', { id: request.id }), { state: 'refused', refused_by: planner.staff.id })
    assert.deepEqual(after.forms.flatMap(({ buttons }) => buttons), ['Déconnexion'])
  })
})

test.group('Two planners on one request', () => {
  test('that both take: the second is told who has it', async ({ assert }) => {
    const { request } = await createWorld()
    const [one, other] = [await staffAs('planner', { name: 'Solène Kervadec' }), await staffAs('planner', { name: 'Yann Le Bihan' })]
    for (const each of [one, other]) await each.get(`/admin/demandes/${request.id}`)
    const answers = await Promise.all([one, other].map((each) => each.post(`/admin/demandes/${request.id}/prise-en-charge`)))
    assert.sameMembers(answers.map(({ status }) => status), [303, 409])
    const winner = answers[0]!.status === 303 ? one : other
    const second = answers.find(({ status }) => status === 409)!
    assert.include(second.text, 'Cette demande a changé entre-temps')
    assert.include(second.text, `${winner.staff.name} l'a prise en charge`)
    assert.equal((await rowOf('visit_requests', { id: request.id })).taken_by, winner.staff.id)
  })

  test('that both plan by a double click: there is one visit', async ({ assert }) => {
    const { member, request, day } = await createWorld()
    const [first, second] = await createSlots(member, [day(5), day(6)])
    const planner = await staffAs('planner')
    const form = await planner.get(`/admin/demandes/${request.id}/convocation`)
    const answers = await Promise.all([first, second].map((slot) => planner.post(`/admin/demandes/${request.id}/convocation`, { creneau: slot!.id }, { from: form })))
    assert.sameMembers(answers.map(({ status }) => status), [303, 409])
    assert.lengthOf(await rowsOf('visits', { visit_request_id: request.id }), 1)
    assert.include(answers.find(({ status }) => status === 409)!.text, 'La visite est déjà fixée')
  })

  test('that an employer cancelled meanwhile: the planner is told, and nothing is planned', async ({ assert }) => {
    const { member, request, day } = await createWorld()
    const [slot] = await createSlots(member, [day(5)])
    const planner = await staffAs('planner')
    await planner.get(`/admin/demandes/${request.id}/convocation`)
    await owner().from('visit_requests').where('id', request.id).update({ state: 'cancelled', closed_at: new Date() })
    for (const [path, fields] of [['convocation', { creneau: slot!.id }], ['refus', { motif: 'Sans objet' }], ['prise-en-charge', {}]] as const) {
      const page = await planner.post(`/admin/demandes/${request.id}/${path}`, fields)
      assert.equal(page.status, 409)
      assert.include(page.text, "L'employeur l'a annulée")
    }
    assert.isNull((await rowOf('slots', { id: slot!.id })).visit_id)
  })
})

test.group('A slot', () => {
  test('that somebody else just got is refused, saying who and by whom, with those that are left', async ({ assert }) => {
    const { member, request, day } = await createWorld()
    const [slot, left] = await createSlots(member, [day(0), day(1)])
    const rival = await createWorld()
    const [one, other] = [await staffAs('planner', { name: 'Solène Kervadec' }), await staffAs('planner')]
    const form = await other.get(`/admin/demandes/${request.id}/convocation`)
    assert.equal(form.form('Convoquer')!.fields.creneau, slot!.id)
    await one.get(`/admin/demandes/${rival.request.id}/convocation`)
    assert.equal((await one.post(`/admin/demandes/${rival.request.id}/convocation`, { creneau: slot!.id })).status, 303)

    const refused = await other.post(`/admin/demandes/${request.id}/convocation`, {}, { from: form })
    assert.equal(refused.status, 409)
    assert.include(refused.text, "Il vient d'être donné à Karim Bensallah par Solène Kervadec")
    assert.equal(refused.form('Convoquer')!.fields.creneau, left!.id)
    assert.lengthOf(await rowsOf('visits', { visit_request_id: request.id }), 0)
  })

  test('that would not do is refused in words, and writes nothing', async ({ assert }) => {
    const { member, employee, request, day } = await createWorld()
    const fitness = await createRequest({ employee: await createEmployee({ member, category: 'SIR' }) })
    await createDueVisit({ employee: { id: fitness.employeeId, memberId: member.id }, kind: 'fitness_periodic' })
    const [past] = await createSlots(member, [-2])
    const [nurses] = await createSlots(member, [day(7)], '14:00')
    const short = await createSlot({ startsAt: inDays(day(7), '14:00'), minutes: 30, centre: member.centre, practitioner: member.doctor })
    const [busy] = await createSlots(member, [day(9)])
    await createVisit({ employee, startsAt: inDays(day(9), '09:30') })
    const planner = await staffAs('planner')
    const tries = [
      [request.id, past!.id, 409, 'Il a déjà commencé'],
      [fitness.id, nurses!.id, 409, 'Il est trop court : cette visite demande 60 minutes'],
      [fitness.id, short.id, 409, 'Il est trop court : cette visite demande 60 minutes'],
      [request.id, busy!.id, 409, 'Une autre visite est déjà fixée pour ce salarié à cette heure'],
      [request.id, '', 422, 'Choisissez un créneau'],
      [request.id, 'pas-un-id', 422, "Ce créneau n'existe pas"],
    ] as const
    for (const [id, creneau, status, words] of tries) {
      await planner.get(`/admin/demandes/${id}/convocation`)
      const page = await planner.post(`/admin/demandes/${id}/convocation`, { creneau })
      assert.equal(page.status, status, words)
      assert.include(page.text, words)
    }
    const nowhere = '01900000-0000-7000-8000-000000000000'
    assert.equal((await planner.post(`/admin/demandes/${request.id}/convocation`, { creneau: nowhere })).status, 404)
    assert.lengthOf(await rowsOf('visits', { visit_request_id: request.id }), 0)
    assert.lengthOf(await rowsOf('visits', { visit_request_id: fitness.id }), 0)
  })

  test('of a nurse, long enough, is refused to an exam that only a doctor holds', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member, category: 'SIR' })
    await createDueVisit({ employee, kind: 'fitness_periodic' })
    const request = await createRequest({ employee })
    const first = await quietTime()
    await owner().from('visit_requests').where('id', request.id).update({ wish_from: parisDay(inDays(first, '12:00')) })
    const slot = await createSlot({ startsAt: inDays(first, '15:00'), minutes: 60, centre: member.centre, practitioner: member.nurse })
    const doctors = await createSlot({ startsAt: inDays(first + 1, '15:00'), minutes: 60, centre: member.centre, practitioner: member.doctor })
    const planner = await staffAs('planner')
    const form = await planner.get(`/admin/demandes/${request.id}/convocation`)
    assert.notInclude(form.html, slot.id)
    assert.include(form.html, doctors.id)
    const page = await planner.post(`/admin/demandes/${request.id}/convocation`, { creneau: slot.id })
    assert.equal(page.status, 409)
    assert.include(page.text, 'elle revient au médecin')
  })

  test("of the member's own centre comes first on the same day", async ({ assert }) => {
    const { member, request, day } = await createWorld()
    const elsewhere = await createCentre({ name: 'Centre de Bruz' })
    const away = await createSlot({ startsAt: inDays(day(0), '08:00'), minutes: 30, centre: elsewhere, practitioner: await createPractitioner('nurse') })
    const [own] = await createSlots(member, [day(0)], '16:00')
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin/demandes/${request.id}/convocation`)
    assert.equal(page.form('Convoquer')!.fields.creneau, own!.id)
    assert.isBelow(page.html.indexOf(own!.id), page.html.indexOf(away.id))
    assert.include(page.text, "Le même jour au centre de Bruz, qui n'est pas celui de l'adhérent")
  })
})

test.group('A request', () => {
  test('for a follow-up that is no longer due gets no slot, and says so', async ({ assert }) => {
    const request = await createRequest({})
    const planner = await staffAs('planner')
    const page = await planner.get(`/admin/demandes/${request.id}/convocation`)
    assert.equal(page.status, 409)
    assert.include(page.text, "Aucune visite de suivi n'est due")
  })

  test('shows what the employer wrote to who plans and who cares, and to nobody else', async ({ assert }) => {
    const request = await createRequest({ kind: 'employer_demand', reason: 'Port de charges depuis octobre' })
    for (const [role, reads] of [['planner', true], ['administrator', true], ['health', true], ['member_relations', false], ['auditor', false]] as const) {
      const page = await (await staffAs(role)).get(`/admin/demandes/${request.id}`)
      assert.equal(page.status, 200)
      assert.equal(page.text.includes('Port de charges depuis octobre'), reads, role)
    }
  })

  test('shows no act to who may only read', async ({ assert }) => {
    const request = await createRequest({})
    const visit = await createVisit({ startsAt: DateTime.utc().minus({ hours: 1 }) })
    const auditor = await staffAs('auditor')
    for (const path of [`/admin/demandes/${request.id}`, `/admin/visites/${visit.id}`, '/admin/planification']) {
      const page = await auditor.get(path)
      assert.equal(page.status, 200)
      const posts = page.forms.filter(({ method }) => method === 'post').map(({ action }) => action)
      assert.deepEqual(posts, ['/admin/deconnexion'])
    }
  })

  test('that does not exist is not there', async ({ assert }) => {
    const planner = await staffAs('planner')
    const nowhere = '01900000-0000-7000-8000-000000000000'
    for (const path of ['demandes/ID', 'demandes/ID/convocation', 'demandes/ID/refus', 'visites/ID', 'visites/ID/annulation', 'visites/ID/deplacement']) {
      assert.equal((await planner.get(`/admin/${path.replace('ID', nowhere)}`)).status, 404, path)
    }
    await planner.get('/admin')
    for (const [path, fields] of [['demandes/ID/prise-en-charge', {}], ['demandes/ID/convocation', { creneau: nowhere }], ['demandes/ID/refus', { motif: 'Sans objet' }], ['visites/ID/issue', { issue: 'held' }], ['visites/ID/annulation', { motif: 'Sans objet' }], ['visites/ID/deplacement', { creneau: nowhere }]] as const) {
      assert.equal((await planner.post(`/admin/${path.replace('ID', nowhere)}`, fields)).status, 404, path)
    }
  })
})
