import { test } from '@japa/runner'
import { asStaff } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisInstant } from '#shared/dates'
import { createDueVisit, createEmployee, createMember, createPost, createRequest, createUser, createVisit, lastPostOf, owner, rowOf, rowsOf } from '#tests/support/factories'
import { itIs } from '#tests/support/clock'
import { signedInAs, type Visitor } from '#tests/support/http'
import { changesOf, employeeRow, journalOf, workplace } from '#tests/functional/workforce/world'

const NOW = parisInstant('2026-11-24', '10:00')
const FIELDS = { sortie: '30/11/2026', motif: 'resignation' }

const leave = (someone: Visitor, { id }: { id: string }, fields = {}) => someone.post(`/salaries/${id}/sortie`, { ...FIELDS, ...fields })
const save = (someone: Visitor, who: { id: string }, fields = {}) => leave(someone, who, { etape: 'enregistrer', ...fields })
const withdraw = (someone: Visitor, { id }: { id: string }) => someone.post(`/salaries/${id}/sortie/annulation`)
const refreshed = ({ id }: { id: string }) => asStaff((trx) => refresh(trx, [id], '2026-11-24'))

test.group('Declaring a departure', (group) => {
  group.each.setup((t) => itIs(NOW, (back) => t.cleanup(back)))

  test('says before what ends, and writes nothing', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await createDueVisit({ employee, kind: 'initial_information', until_on: '2024-06-04' })
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await leave(someone, employee, { sortie: '20/11/2026' })
    assert.equal(page.status, 200)
    assert.include(page.text, 'Ce que cela entraîne')
    assert.include(page.text, "Ne sont plus dues : visite d'information et de prévention, initiale")
    assert.isNull((await employeeRow(employee)).left_on)
  })

  test('to come says what will be due no more, before and on the page of the employee', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await refreshed(employee)
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await leave(someone, employee)
    assert.include(page.text, "Ne sont plus dues à partir du mardi 1er décembre 2026 : visite d'information et de prévention, initiale")
    assert.notInclude(page.text, 'Aucune visite ne change')
    const sheet = await someone.follow(await save(someone, employee))
    assert.include(sheet.text, 'sortie le lundi 30 novembre 2026')
    const [due] = await rowsOf('due_visits', { employee_id: employee.id, kind: 'initial_information' })
    assert.equal(due.until_on, '2024-06-04')
    assert.notInclude(sheet.text, 'ne le sera plus')
    await owner().from('due_visits').where('id', due.id).update({ until_on: '2026-12-16' })
    assert.include((await someone.get(`/salaries/${employee.id}`)).text, 'Ce qui est dû après la sortie du lundi 30 novembre 2026 ne le sera plus')
  })

  test('closes the post, keeps the employee and the history', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await save(someone, employee)
    assert.equal(page.status, 303)
    assert.include(await employeeRow(employee), { left_on: '2026-11-30', departure_reason: 'resignation' })
    assert.equal((await lastPostOf(employee)).to_on, '2026-11-30')
    const [change] = await changesOf(employee)
    assert.deepEqual(change.before, { leftOn: null, departureReason: null })
    assert.deepEqual(change.after, { leftOn: '2026-11-30', departureReason: 'resignation' })
    assert.equal((await journalOf(employee))[0].event, 'employee.left')
    assert.include((await someone.follow(page)).text, 'Thibault Garrigou sort le lundi 30 novembre 2026')
  })

  test('is corrected, then withdrawn, and the post opens again', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await save(someone, employee)
    await save(someone, employee, { sortie: '31/12/2026', motif: 'dismissal' })
    assert.include(await employeeRow(employee), { left_on: '2026-12-31', departure_reason: 'dismissal' })
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await someone.post(`/salaries/${employee.id}/sortie/annulation`)
    assert.equal(page.status, 303)
    assert.include(await employeeRow(employee), { left_on: null, departure_reason: null })
    assert.isNull((await lastPostOf(employee)).to_on)
    assert.lengthOf(await changesOf(employee), 3)
  })

  test('takes away a post that will never begin', async ({ assert }) => {
    const { employee, someone } = await workplace({ post: { to_on: '2026-12-31' } })
    await createPost({ employee, from_on: '2027-01-01', job_title: 'Chef de chantier' })
    await save(someone, employee)
    assert.include(await lastPostOf(employee), { from_on: '2024-03-04', to_on: '2026-11-30' })
    assert.equal((await changesOf(employee)).find(({ subject }) => subject === 'post').before.jobTitle, 'Chef de chantier')
  })

  test('corrected or withdrawn, gives back the post to come that it had taken away, once', async ({ assert }) => {
    const { employee, someone } = await workplace({ post: { to_on: '2026-12-09' } })
    await createPost({ employee, from_on: '2026-12-10', job_title: 'Désamianteur', risks: ['asbestos'], to_on: null })
    const postsNow = () => owner().from('posts').where('employee_id', employee.id).orderBy('from_on')
    await save(someone, employee)
    assert.lengthOf(await postsNow(), 1)
    await save(someone, employee, { sortie: '31/12/2026', avise: 'oui' })
    const [former, future] = await postsNow()
    assert.equal(former.to_on, '2026-12-09')
    assert.include(future, { from_on: '2026-12-10', to_on: '2026-12-31', job_title: 'Désamianteur' })
    await save(someone, employee)
    await withdraw(someone, employee)
    const posts = await postsNow()
    assert.lengthOf(posts, 2)
    assert.equal(posts[0].to_on, '2026-12-09')
    assert.include(posts[1], { from_on: '2026-12-10', to_on: null })
    assert.deepEqual(posts[1].risks, ['asbestos'])
    assert.lengthOf(await rowsOf('due_visits', { employee_id: employee.id, kind: 'fitness_hiring' }), 1)
    await save(someone, employee, { sortie: '15/12/2026', avise: 'oui' })
    await withdraw(someone, employee)
    assert.lengthOf(await postsNow(), 2)
  })

  const REFUSED: [words: string, fields: object, sentence: string][] = [
    ['no day', { sortie: '' }, 'Indiquez le dernier jour du contrat'],
    ['a day that does not exist', { sortie: '31/02/2027' }, "La date 31/02/2027 n'existe pas"],
    ['before the hiring', { sortie: '01/03/2024' }, "La sortie est avant l'entrée, le 4 mars 2024"],
    ['far away', { sortie: '01/01/2030' }, 'La date de sortie est trop lointaine'],
    ['no reason', { motif: '' }, 'Choisissez le motif de la sortie'],
    ['an unknown reason', { motif: 'fired' }, 'Choisissez un des motifs proposés'],
  ]
  for (const [words, fields, sentence] of REFUSED) {
    test(`refuses ${words} with a sentence, and writes nothing`, async ({ assert }) => {
      const { employee, someone } = await workplace()
      const page = await save(someone, employee, fields)
      assert.equal(page.status, 422)
      assert.include(page.text, sentence)
      assert.isNull((await employeeRow(employee)).left_on)
    })
  }

  test("finds no other member's employee, and is refused to whoever may only read", async ({ assert }) => {
    const { member, someone } = await workplace()
    const foreign = await createEmployee({ member: await createMember() })
    assert.equal((await save(someone, foreign)).status, 404)
    assert.isNull((await employeeRow(foreign)).left_on)
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    const mine = await createEmployee({ member })
    assert.equal((await save(reader, mine)).status, 403)
    assert.isNull((await employeeRow(mine)).left_on)
  })
})

test.group('A departure with a visit that is convoked', (group) => {
  group.each.setup((t) => itIs(NOW, (back) => t.cleanup(back)))

  async function convoked(startsAt = parisInstant('2026-12-10', '10:00')) {
    const place = await workplace()
    const request = await createRequest({ employee: place.employee, state: 'planned' })
    const visit = await createVisit({ employee: place.employee, startsAt, request })
    const visitOf = () => rowOf('visits', { id: visit.id })
    return { ...place, request, visit, field: `visite_${visit.id}`, visitOf, slotOf: () => rowOf('slots', { id: visit.slotId }) }
  }

  test('proposes what may become of it, and asks for an answer', async ({ assert }) => {
    const { employee, someone, field, visitOf } = await convoked()
    await createDueVisit({ employee, until_on: '2026-12-31' })
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await leave(someone, employee)
    for (const words of ['Une visite est déjà fixée le jeudi 10 décembre 2026 à 10 h 00', 'Annuler la visite', 'Demander une autre date', 'Garder la visite', 'Annulable avant le mardi 8 décembre 2026 à 10 h 00']) {
      assert.include(page.text, words)
    }
    const refused = await save(someone, employee)
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Choisissez ce que devient la visite du jeudi 10 décembre 2026 à 10 h 00')
    assert.include(refused.html, `href="#${field.replace(/[^a-z0-9]+/gi, '-')}"`)
    assert.isNull((await employeeRow(employee)).left_on)
    assert.equal((await visitOf()).state, 'convoked')
  })

  test('cancels it and frees its slot in the same transaction', async ({ assert }) => {
    const { employee, someone, field, visit, visitOf, slotOf } = await convoked()
    const page = await save(someone, employee, { [field]: 'annuler' })
    assert.equal(page.status, 303)
    assert.equal((await visitOf()).state, 'cancelled')
    assert.isNull((await slotOf()).visit_id)
    assert.include(await rowOf('cancellations', { visit_id: visit.id }), { decision: 'accepted', reason: "Salarié sorti de l'effectif" })
    assert.equal((await employeeRow(employee)).left_on, '2026-11-30')
  })

  test('that is withdrawn says that the visit given up does not come back', async ({ assert }) => {
    const { employee, someone, field, visitOf } = await convoked()
    await save(someone, employee, { [field]: 'annuler' })
    itIs(NOW.plus({ minutes: 5 }), () => {})
    const page = await someone.follow(await withdraw(someone, employee))
    assert.include(page.text, "La visite du jeudi 10 décembre 2026 à 10 h 00, abandonnée pour la sortie, n'est pas rétablie. Demandez un rendez-vous")
    assert.equal((await visitOf()).state, 'cancelled')
  })

  test('that is withdrawn says nothing of a visit cancelled before it was told', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await createVisit({ employee, startsAt: parisInstant('2026-12-10', '10:00'), state: 'cancelled' })
    await save(someone, employee)
    const page = await someone.follow(await withdraw(someone, employee))
    assert.include(page.text, 'Thibault Garrigou reste dans votre effectif')
    assert.notInclude(page.text, 'rétablie')
  })

  test('keeps it when the employer says so', async ({ assert }) => {
    const { employee, someone, field, visitOf } = await convoked()
    await save(someone, employee, { [field]: 'garder' })
    assert.equal((await visitOf()).state, 'convoked')
    assert.equal((await employeeRow(employee)).left_on, '2026-11-30')
  })

  test('asks another date, before the last day', async ({ assert }) => {
    const { employee, someone, field, visitOf } = await convoked()
    await createDueVisit({ employee, kind: 'initial_information', until_on: '2026-12-31' })
    const page = await save(someone, employee, { [field]: 'deplacer' })
    assert.equal(page.status, 303)
    assert.equal((await visitOf()).state, 'cancelled')
    assert.lengthOf(await rowsOf('visit_requests', { employee_id: employee.id, state: 'sent' }), 1)
  })

  test('gives the place to a colleague who is due the same visit', async ({ assert }) => {
    const { member, employee, someone, field, visit, visitOf, slotOf } = await convoked()
    const colleague = await createEmployee({ member, first_name: 'Awa', family_name: 'Diarrassou' })
    await createDueVisit({ employee: colleague, until_on: '2027-01-15' })
    await someone.get(`/salaries/${employee.id}/sortie`)
    assert.include((await leave(someone, employee)).text, 'Awa Diarrassou, à voir avant le 15 janvier 2027')
    const nobody = await save(someone, employee, { [field]: 'remplacer' })
    assert.equal(nobody.status, 422)
    assert.include(nobody.text, 'Choisissez qui prend la place')
    const page = await save(someone, employee, { [field]: 'remplacer', [`remplacant_${visit.id}`]: colleague.id })
    assert.equal(page.status, 303)
    assert.equal((await visitOf()).state, 'substituted')
    const taken = await rowOf('visits', { id: (await slotOf()).visit_id })
    assert.equal(taken.employee_id, colleague.id)
    assert.equal((await employeeRow(employee)).left_on, '2026-11-30')
  })

  test('cannot be given back after its limit: nothing is written but the attempt, and the page says what to do', async ({ assert }) => {
    const { employee, someone, field, visit, visitOf } = await convoked(parisInstant('2026-11-26', '10:00'))
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await leave(someone, employee, { sortie: '25/11/2026' })
    assert.notInclude(page.text, 'Annuler la visite')
    assert.include(page.text, 'est passée')
    const refused = await save(someone, employee, { sortie: '25/11/2026', [field]: 'annuler' })
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'appelez OSTRA au 02 99 00 00 00')
    assert.equal((await visitOf()).state, 'convoked')
    assert.isNull((await employeeRow(employee)).left_on)
    assert.equal((await rowOf('cancellations', { visit_id: visit.id })).decision, 'refused')
  })

  test('at the very limit is too late, one second before is not', async ({ assert }) => {
    for (const [starts, status] of [['10:00', 409], ['10:01', 303]] as const) {
      const { employee, someone, field } = await convoked(parisInstant('2026-11-26', starts))
      itIs(NOW, () => {})
      assert.equal((await save(someone, employee, { sortie: '25/11/2026', [field]: 'annuler' })).status, status, starts)
    }
  })

  test("offers no other date for a visit that is not the employer's to ask", async ({ assert }) => {
    const { employee, someone } = await workplace()
    const visit = await createVisit({ employee, kind: 'authorisation', startsAt: parisInstant('2026-12-10', '10:00') })
    await someone.get(`/salaries/${employee.id}/sortie`)
    assert.notInclude((await leave(someone, employee)).text, 'Demander une autre date')
    assert.equal((await save(someone, employee, { [`visite_${visit.id}`]: 'deplacer' })).status, 422)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
    assert.isNull((await employeeRow(employee)).left_on)
  })

  test('of the past takes back what was asked and has no date yet', async ({ assert }) => {
    const { employee, someone } = await workplace({ category: 'SIR' })
    const request = await createRequest({ employee, state: 'taken' })
    await save(someone, employee, { sortie: '24/11/2026', avise: 'oui' })
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'taken')
    await save(someone, employee, { sortie: '23/11/2026', avise: 'oui' })
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'cancelled')
    assert.equal((await rowOf('visit_requests', { employee_id: employee.id, kind: 'post_exposure' })).state, 'sent')
  })

  test('leaves a visit before the last day alone', async ({ assert }) => {
    const { employee, someone, visitOf } = await convoked()
    await someone.get(`/salaries/${employee.id}/sortie`)
    assert.notInclude((await leave(someone, employee, { sortie: '10/12/2026' })).text, 'Une visite est déjà fixée')
    assert.equal((await save(someone, employee, { sortie: '10/12/2026' })).status, 303)
    assert.equal((await visitOf()).state, 'convoked')
  })

  test('offers only to keep it to whoever may not touch visits', async ({ assert }) => {
    const { member, employee, field, visitOf } = await convoked()
    const user = await createUser({ member, rights: { company: 'none', workforce: 'write', visits: 'none', documents: 'none', billing: 'none', statistics: 'none', access: 'none' } })
    const someone = await signedInAs(user)
    await someone.get(`/salaries/${employee.id}/sortie`)
    assert.notInclude((await leave(someone, employee)).text, 'Annuler la visite')
    assert.equal((await save(someone, employee, { [field]: 'annuler' })).status, 422)
    assert.equal((await visitOf()).state, 'convoked')
    assert.equal((await save(someone, employee, { [field]: 'garder' })).status, 303)
  })

  test('never shows a visit that the employer must not know of', async ({ assert }) => {
    const { employee, someone } = await workplace()
    await createVisit({ employee, startsAt: parisInstant('2026-12-10', '10:00'), visible: false })
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await leave(someone, employee)
    assert.notInclude(page.text, '10 décembre')
    assert.equal((await save(someone, employee)).status, 303)
  })
})

test.group('The departure of somebody who was exposed', (group) => {
  group.each.setup((t) => itIs(NOW, (back) => t.cleanup(back)))

  const RETIRES = { sortie: '31/12/2026', motif: 'retirement' }

  test('informs the service: the visit appears, its request is sent, and the employee must be advised', async ({ assert }) => {
    const { employee, someone } = await workplace({ category: 'SIR' })
    await someone.get(`/salaries/${employee.id}/sortie`)
    const page = await leave(someone, employee, RETIRES)
    assert.include(page.text, "Visite de fin d'exposition ou de carrière, au plus tard le jeudi 31 décembre 2026")
    assert.include(page.text, "J'avise le salarié que cette information est transmise à OSTRA")
    const refused = await save(someone, employee, RETIRES)
    assert.equal(refused.status, 422)
    assert.include(refused.text, "l'article R4624-28-2 le demande")
    assert.isNull((await employeeRow(employee)).left_on)

    const saved = await save(someone, employee, { ...RETIRES, avise: 'oui' })
    assert.equal(saved.status, 303)
    assert.include(await rowOf('due_visits', { employee_id: employee.id, kind: 'post_exposure' }), { until_on: '2026-12-31' })
    assert.include((await rowsOf('visit_requests', { employee_id: employee.id }))[0], { kind: 'post_exposure', state: 'sent' })
    assert.include((await someone.follow(saved)).text, 'OSTRA est informé')
  })

  test('withdrawn, takes back the request that it had sent, and says so', async ({ assert }) => {
    const { employee, someone } = await workplace({ category: 'SIR', post: { risks: ['asbestos'] } })
    await save(someone, employee, { ...RETIRES, avise: 'oui' })
    const [request] = await rowsOf('visit_requests', { employee_id: employee.id })
    assert.equal(request.state, 'sent')
    const page = await someone.follow(await withdraw(someone, employee))
    assert.include(page.text, "La demande de visite de fin d'exposition est retirée")
    assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'cancelled')
    assert.isEmpty(await rowsOf('due_visits', { employee_id: employee.id, kind: 'post_exposure' }))
  })

  test('withdrawn, says that the visit already convoked stays so', async ({ assert }) => {
    const { employee, someone } = await workplace({ category: 'SIR', post: { risks: ['asbestos'] } })
    await save(someone, employee, { ...RETIRES, avise: 'oui' })
    await owner().from('visit_requests').where('employee_id', employee.id).update({ state: 'planned' })
    const visit = await createVisit({ employee, kind: 'post_exposure', startsAt: parisInstant('2026-12-10', '10:00') })
    const page = await someone.follow(await withdraw(someone, employee))
    assert.include(page.text, "La visite de fin d'exposition du jeudi 10 décembre 2026 à 10 h 00 reste fixée")
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
  })

  test('leaves the request of an exposure that had ended before', async ({ assert }) => {
    const { employee, someone } = await workplace({ post: { risks: ['asbestos'], to_on: '2025-03-31' } })
    await createPost({ employee, from_on: '2025-04-01' })
    await save(someone, employee, { ...RETIRES, avise: 'oui' })
    await withdraw(someone, employee)
    assert.equal((await rowsOf('visit_requests', { employee_id: employee.id }))[0].state, 'sent')
  })

  test('no longer orders to inform the service, which the departure did', async ({ assert }) => {
    const { employee, someone } = await workplace({ category: 'SIR', post: { risks: ['asbestos'] } })
    const sheet = await someone.follow(await save(someone, employee, { ...RETIRES, avise: 'oui' }))
    assert.include(sheet.text, "OSTRA est informé de la fin de l'exposition ou du départ : dites-le au salarié si ce n'est pas fait")
    assert.notInclude(sheet.text, 'Informez OSTRA')
    await owner().from('visit_requests').where('employee_id', employee.id).update({ state: 'cancelled', closed_at: NOW.toJSDate() })
    assert.include((await someone.get(`/salaries/${employee.id}`)).text, 'Informez OSTRA')
  })

  test('counts a post at risk of long ago', async ({ assert }) => {
    const { employee, someone } = await workplace({ post: { risks: ['asbestos'], to_on: '2025-03-31' } })
    await createPost({ employee, from_on: '2025-04-01' })
    await someone.get(`/salaries/${employee.id}/sortie`)
    assert.include((await leave(someone, employee, RETIRES)).text, "Fin d'exposition à un risque particulier")
  })

  test('asks nothing of whoever never was', async ({ assert }) => {
    const { employee, someone } = await workplace()
    assert.equal((await save(someone, employee, RETIRES)).status, 303)
    assert.isEmpty(await rowsOf('visit_requests', { employee_id: employee.id }))
  })
})
