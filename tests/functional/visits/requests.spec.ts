import { test } from '@japa/runner'
import { createDueVisit, createEmployee, createMember, createRequest, createVisit, owner, rowOf, rowsOf } from '#tests/support/factories'
import { parisInstant } from '#shared/dates'
import { signedInAs } from '#tests/support/http'
import { aMember, eventsAbout, itIsNow, someoneDue, toldAbout } from '#tests/functional/visits/world'

const requestsOf = (...employees: { id: string }[]) =>
  owner().from('visit_requests').whereIn('employee_id', employees.map(({ id }) => id)).orderBy('id')

test.group('The form of a request', (group) => {
  group.each.setup(itIsNow)

  test('names the employees of the address, and proposes the kinds with their help', async ({ assert }) => {
    const { member, browser } = await aMember()
    const karim = await someoneDue(member, { job_title: 'Charpentier bois', category: 'SIR' })
    const page = await browser.get(`/demandes/nouvelle?salarie=${karim.id}`)
    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Demander un rendez-vous')
    for (const words of [
      'Karim Bensallah Charpentier bois, suivi renforcé',
      'Visite de suivi', 'Visite de reprise', "Visite à la demande de l'employeur", 'Visite de mi-carrière',
      "Visite de fin d'exposition ou de carrière", 'Rendez-vous de liaison',
      'À tout moment, avec une raison écrite, article R4624-34.',
      "N'écrivez rien sur l'état de santé",
    ]) {
      assert.include(page.text, words)
    }
    assert.equal(page.form('/demandes')!.fields.salarie, karim.id)
  })

  test('chooses the follow-up when it is due soon, else the demand of the employer', async ({ assert }) => {
    const { member, browser } = await aMember()
    const chosen = async (id: string) => (await browser.get(`/demandes/nouvelle?salarie=${id}`)).form('/demandes')!.fields.nature
    const soon = await someoneDue(member, {}, { until_on: '2027-05-24' })
    const far = await someoneDue(member, {}, { until_on: '2027-05-25' })
    const convoked = await someoneDue(member)
    await createVisit({ employee: convoked, startsAt: parisInstant('2026-12-03', '10:00') })
    assert.equal(await chosen(soon.id), 'suivi')
    assert.equal(await chosen(far.id), 'demande')
    assert.equal(await chosen(convoked.id), 'demande')
  })

  test('without anybody in the address, begins by looking for somebody', async ({ assert }) => {
    const { browser } = await aMember()
    const page = await browser.get('/demandes/nouvelle')
    assert.equal(page.status, 200)
    assert.include(page.text, 'Ajouter un salarié')
  })

  test('is not found for an employee of another member, or for what is no id', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const stranger = await createEmployee({ member: await createMember() })
    for (const query of [`salarie=${stranger.id}`, `salarie=${employee.id}&salarie=${stranger.id}`, 'salarie=131', 'salarie[a]=b']) {
      assert.equal((await browser.get(`/demandes/nouvelle?${query}`)).status, 404)
    }
  })
})

test.group('The employees of a request, without JavaScript', (group) => {
  group.each.setup(itIsNow)

  test('are looked for by name or post, blind to accents and case, among those present', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    await createEmployee({ member, first_name: 'Marc', family_name: 'Parti', left_on: '2026-11-23' })
    await browser.get('/demandes/nouvelle')
    const page = await browser.post('/demandes/nouvelle', { ajouter: 'ELODIE marche', motif: 'Déjà écrit' })
    assert.equal(page.status, 200)
    assert.include(page.html, `name="choisir" value="${employee.id}"`)
    assert.equal(page.form('/demandes')!.fields.motif, 'Déjà écrit')
    const none = await browser.post('/demandes/nouvelle', { ajouter: 'Marc Parti' })
    assert.include(none.text, 'Aucun autre salarié présent ne correspond à « Marc Parti ».')
  })

  test('are added and taken away, and what was typed stays', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const karim = await someoneDue(member)
    await browser.get(`/demandes/nouvelle?salarie=${employee.id}`)
    const typed = { salarie: employee.id, nature: 'liaison', motif: 'Arrêt long', a_partir_du: '31/11/2026', precision: 'Interprète' }
    const added = await browser.post('/demandes/nouvelle', { ...typed, ajouter: 'Bensallah', choisir: karim.id })
    assert.include(added.text, 'Élodie Marchevaux')
    assert.include(added.text, 'Karim Bensallah')
    const { fields } = added.form('/demandes')!
    assert.containsSubset(fields, { nature: 'liaison', motif: 'Arrêt long', a_partir_du: '31/11/2026', precision: 'Interprète', ajouter: '' })

    const removed = await browser.post('/demandes/nouvelle', { ...typed, salarie: [employee.id, karim.id], retirer: employee.id })
    assert.notInclude(removed.text, 'Élodie Marchevaux')
    assert.equal(removed.form('/demandes')!.fields.salarie, karim.id)
    assert.lengthOf(await requestsOf(employee, karim), 0)
  })

  test('of another member are never found nor added', async ({ assert }) => {
    const { browser } = await aMember()
    const stranger = await createEmployee({ member: await createMember(), family_name: 'Introuvable' })
    await browser.get('/demandes/nouvelle')
    assert.include((await browser.post('/demandes/nouvelle', { ajouter: 'Introuvable' })).text, 'Aucun autre salarié présent')
    assert.equal((await browser.post('/demandes/nouvelle', { choisir: stranger.id })).status, 404)
    assert.equal((await browser.post('/demandes/nouvelle', { ajouter: 'a\u0000b' })).status, 422)
    assert.equal((await browser.post('/demandes/nouvelle', { ajouter: 'a'.repeat(101) })).status, 422)
  })

  test('Enter in a field presses no button that takes somebody away', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const page = await browser.get(`/demandes/nouvelle?salarie=${employee.id}`)
    assert.equal(page.form('/demandes')!.buttons[0], 'Envoyer la demande')
  })

  test('Enter in the field that looks for somebody looks for them, and sends nothing', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const karim = await someoneDue(member)
    const form = { salarie: employee.id, nature: 'liaison', entree: '1' }
    const found = await browser.post('/demandes', { ...form, ajouter: 'bensallah' })
    assert.equal(found.status, 200)
    assert.include(found.html, `name="choisir" value="${karim.id}"`)
    assert.lengthOf(await requestsOf(employee), 0)
    assert.equal((await browser.post('/demandes', { ...form, ajouter: '' })).status, 303)
  })
})

test.group('Sending a request', (group) => {
  group.each.setup(itIsNow)

  test('writes it with its legal deadline, starts its workflow and shows where it stands', async ({ assert }) => {
    const { member, user, browser } = await aMember()
    const karim = await someoneDue(member, { category: 'SIR' }, { kind: 'fitness_periodic', until_on: '2028-01-10' })
    await createDueVisit({ employee: karim, kind: 'intermediate', until_on: '2026-12-20' })
    await browser.get(`/demandes/nouvelle?salarie=${karim.id}`)
    const answer = await browser.post('/demandes', { nature: 'suivi', a_partir_du: '07/12/2026', precision: 'Accès en fauteuil' })

    const [request] = await requestsOf(karim)
    assert.equal(answer.status, 303)
    assert.equal(answer.location, `/demandes/${request.id}`)
    assert.containsSubset(request, {
      member_id: member.id, kind: 'follow_up', state: 'sent', reason: null, wish_from: '2026-12-07',
      note: 'Accès en fauteuil', legal_deadline: '2026-12-20', requested_by: user.id,
    })
    assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow'])
    assert.deepEqual(await eventsAbout(request.id), ['visit_request.sent'])
    const page = await browser.follow(answer)
    assert.include(page.text, 'Votre demande est envoyée')
    assert.equal(page.heading, 'Visite de suivi pour Karim Bensallah')
    assert.include(page.text, 'Envoyée mardi 24 novembre 2026 à 9 h 12')
  })

  test('for several is one request each, and the list shows them', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const karim = await someoneDue(member)
    await browser.get('/demandes/nouvelle')
    const form = { salarie: [employee.id, karim.id], nature: 'demande', motif: 'Le poste change', demandeur: 'Claire Montaubry', information: 'oui' }
    const answer = await browser.post('/demandes', form)
    assert.equal(answer.location, '/demandes')
    assert.lengthOf(await requestsOf(employee, karim), 2)
    const page = await browser.follow(answer)
    assert.include(page.text, '2 demandes envoyées')
    for (const name of ['Élodie Marchevaux', 'Karim Bensallah']) assert.include(page.text, name)
  })

  test("on the employer's demand keeps who asks and that the employee was told, dated and journaled", async ({ assert }) => {
    const { employee, browser, user } = await aMember()
    const page = await browser.get(`/demandes/nouvelle?salarie=${employee.id}`)
    assert.equal(page.form('/demandes')!.fields.demandeur, user.name)
    await browser.post('/demandes', { nature: 'demande', motif: 'Le poste change', demandeur: 'Claire Montaubry', information: 'oui' })
    const [request] = await requestsOf(employee)
    assert.equal(request.asked_by_name, 'Claire Montaubry')
    assert.equal(+request.employee_informed_at, +request.requested_at)
    assert.deepEqual(await eventsAbout(request.id), ['visit_request.sent', 'visit_request.employee_informed'])
    const shown = await browser.get(`/demandes/${request.id}`)
    assert.include(shown.text, 'Demandée par Claire Montaubry')
    assert.include(shown.text, 'Informé, selon votre déclaration du mardi 24 novembre 2026 à 9 h 12')
  })

  test('of another kind keeps nothing of who asks, whatever the form says', async ({ assert }) => {
    const { employee, browser } = await aMember()
    await browser.post('/demandes', { salarie: employee.id, nature: 'liaison', demandeur: 'Claire Montaubry', information: 'oui' })
    const [request] = await requestsOf(employee)
    assert.containsSubset(request, { kind: 'liaison', asked_by_name: null, employee_informed_at: null })
    assert.deepEqual(await eventsAbout(request.id), ['visit_request.sent'])
  })

  test('for a return takes the date of return as its wish, and eight days more as its deadline', async ({ assert }) => {
    const { employee, browser } = await aMember()
    await browser.get(`/demandes/nouvelle?salarie=${employee.id}`)
    await browser.post('/demandes', { nature: 'reprise', a_partir_du: '21/12/2026' })
    const [request] = await requestsOf(employee)
    assert.containsSubset(request, { kind: 'return', wish_from: '2026-12-21', legal_deadline: '2026-12-29' })
    const page = await browser.get(`/demandes/${request.id}`)
    assert.include(page.text, 'Date de reprise prévue lundi 21 décembre 2026')
    assert.include(page.text, 'Date limite mardi 29 décembre 2026')
  })

  test('for a return that was some days ago is still heard', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const answer = await browser.post('/demandes', { salarie: employee.id, nature: 'reprise', a_partir_du: '16/11/2026' })
    assert.equal(answer.status, 303)
    assert.equal((await requestsOf(employee))[0].legal_deadline, '2026-11-24')
  })

  test('twice, by a double click or a replay, is one request, and the second answer leads to it', async ({ assert }) => {
    const { member, user, browser } = await aMember()
    const karim = await someoneDue(member)
    const otherTab = await signedInAs(user)
    const form = { salarie: karim.id, nature: 'suivi' }
    const answers = await Promise.all([browser.post('/demandes', form), otherTab.post('/demandes', form)])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])

    const [request, ...others] = await requestsOf(karim)
    assert.lengthOf(others, 0)
    const replay = await browser.post('/demandes', form)
    assert.equal(replay.status, 409)
    assert.equal(replay.heading, 'Cette demande est déjà en cours')
    assert.include(replay.links, `/demandes/${request.id}`)
    assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow'])
  })

  test('for two of whom one has such a request already, sends the other and says so', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const karim = await someoneDue(member)
    await createRequest({ employee: karim, kind: 'liaison', state: 'taken' })
    const answer = await browser.post('/demandes', { salarie: [employee.id, karim.id], nature: 'liaison' })
    assert.equal(answer.status, 303)
    assert.include((await browser.follow(answer)).text, 'Une demande était déjà en cours pour Karim Bensallah')
    assert.lengthOf(await requestsOf(employee, karim), 2)
  })

  test('again after the first is over is a new one', async ({ assert }) => {
    const { employee, browser } = await aMember()
    await createRequest({ employee, kind: 'liaison', state: 'refused' })
    assert.equal((await browser.post('/demandes', { salarie: employee.id, nature: 'liaison' })).status, 303)
  })
})

test.group('A request that cannot be sent', (group) => {
  group.each.setup(itIsNow)

  const wrong: { name: string; fields: Record<string, string | undefined>; field: string; says: string }[] = [
    { name: 'no kind', fields: { nature: undefined }, field: 'nature', says: 'Choisissez un rendez-vous' },
    { name: 'an unknown kind', fields: { nature: 'prereprise' }, field: 'nature', says: 'Choisissez un des rendez-vous proposés' },
    { name: 'no reason for the employer\'s demand', fields: { nature: 'demande', motif: '   ', demandeur: 'Claire Montaubry', information: 'oui' }, field: 'motif', says: 'Indiquez le motif de la demande' },
    { name: 'nobody who asks', fields: { nature: 'demande', motif: 'Le poste change', demandeur: ' ', information: 'oui' }, field: 'demandeur', says: 'Indiquez le nom de la personne qui demande' },
    { name: 'an employee who was not told', fields: { nature: 'demande', motif: 'Le poste change', demandeur: 'Claire Montaubry' }, field: 'information', says: 'Informez le salarié de votre demande, puis cochez la case' },
    { name: 'another box', fields: { nature: 'demande', motif: 'Le poste change', demandeur: 'Claire Montaubry', information: 'non' }, field: 'information', says: 'Informez le salarié de votre demande, puis cochez la case' },
    { name: 'a reason of 2001 characters', fields: { motif: 'm'.repeat(2001) }, field: 'motif', says: 'Le motif est trop long : 2000 caractères au plus' },
    { name: 'an unreadable character', fields: { motif: 'a\u0000b' }, field: 'motif', says: 'Ce texte contient un caractère illisible' },
    { name: 'a date that does not exist', fields: { a_partir_du: '31/11/2026' }, field: 'a-partir-du', says: "La date 31/11/2026 n'existe pas : novembre a 30 jours" },
    { name: 'no date at all', fields: { a_partir_du: 'lundi' }, field: 'a-partir-du', says: "Écrivez la date avec le jour, le mois et l'année" },
    { name: 'a past date', fields: { a_partir_du: '23/11/2026' }, field: 'a-partir-du', says: "Cette date est passée : indiquez une date à partir d'aujourd'hui, mardi 24 novembre 2026" },
    { name: 'a date in three years', fields: { a_partir_du: '25/11/2028' }, field: 'a-partir-du', says: 'Cette date est trop lointaine' },
    { name: 'a return without its date', fields: { nature: 'reprise' }, field: 'a-partir-du', says: 'Indiquez la date de reprise prévue' },
    { name: 'a return two years ago', fields: { nature: 'reprise', a_partir_du: '23/11/2025' }, field: 'a-partir-du', says: 'La date de reprise est trop ancienne' },
    { name: 'a note of 501 characters', fields: { precision: 'p'.repeat(501) }, field: 'precision', says: 'Les précisions sont trop longues : 500 caractères au plus' },
    { name: 'a follow-up that is not due', fields: { nature: 'suivi' }, field: 'nature', says: "Aucune visite de suivi n'est due pour Élodie Marchevaux" },
    { name: 'somebody typed and not chosen', fields: { ajouter: 'Karim' }, field: 'ajouter', says: 'Choisissez parmi les salariés trouvés, ou videz ce champ' },
    { name: 'nobody', fields: { salarie: undefined }, field: 'ajouter', says: 'Choisissez au moins un salarié' },
  ]
  for (const { name, fields, field, says } of wrong) {
    test(`for ${name} is the same form with its sentence, and nothing is written`, async ({ assert }) => {
      const { employee, browser } = await aMember()
      const answer = await browser.post('/demandes', { salarie: employee.id, nature: 'liaison', precision: 'Gardé', ...fields })
      assert.equal(answer.status, 422)
      assert.match(answer.title, /^1 point à corriger – /)
      assert.include(answer.text, says)
      assert.include(answer.links, `#${field}`)
      assert.include(answer.html, `id="${field}"`)
      if (!fields.precision) assert.equal(answer.form('/demandes')!.fields.precision, 'Gardé')
      assert.lengthOf(await requestsOf(employee), 0)
    })
  }

  test('says every fault at once', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const answer = await browser.post('/demandes', { salarie: employee.id, nature: 'demande', a_partir_du: '31/11/2026' })
    assert.match(answer.title, /^4 points à corriger – /)
    assert.include(answer.text, 'Quatre points à corriger')
  })

  test('for one of several is sent for none of them', async ({ assert }) => {
    const { member, employee, browser } = await aMember()
    const karim = await someoneDue(member)
    const gone = await createEmployee({ member, first_name: 'Rémi', left_on: '2026-11-23' })
    assert.equal((await browser.post('/demandes', { salarie: [karim.id, employee.id], nature: 'suivi' })).status, 422)
    const left = await browser.post('/demandes', { salarie: [karim.id, gone.id], nature: 'liaison' })
    assert.include(left.text, "n'est plus dans l'effectif depuis le lundi 23 novembre 2026")
    assert.lengthOf(await requestsOf(karim, employee, gone), 0)
  })

  test('since the employee is convoked already says so', async ({ assert }) => {
    const { member, browser } = await aMember()
    const karim = await someoneDue(member)
    await createVisit({ employee: karim, startsAt: parisInstant('2026-12-03', '10:00') })
    const answer = await browser.post('/demandes', { salarie: karim.id, nature: 'suivi' })
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'La visite de suivi de Karim Bensallah est déjà fixée')
  })

  test('for an employee of another member is not found, even beside mine', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const stranger = await createEmployee({ member: await createMember() })
    for (const salarie of [[stranger.id], [employee.id, stranger.id], ['131']]) {
      assert.equal((await browser.post('/demandes', { salarie, nature: 'liaison' })).status, 404)
    }
    assert.lengthOf(await requestsOf(employee, stranger), 0)
  })

  test('for more than fifty employees says the limit', async ({ assert }) => {
    const { member, browser } = await aMember()
    const ids: string[] = []
    for (let rank = 0; rank < 51; rank++) ids.push((await createEmployee({ member })).id)
    const answer = await browser.post('/demandes', { salarie: ids, nature: 'liaison' })
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'Une demande porte sur 50 salariés au plus')
    assert.lengthOf(await requestsOf(...ids.map((id) => ({ id }))), 0)
  })
})

test.group('The list of requests', (group) => {
  group.each.setup(itIsNow)

  test('says the state of each with its date, and filters by state', async ({ assert }) => {
    const { employee, browser } = await aMember()
    const requestedAt = parisInstant('2026-11-20', '14:05')
    const sent = await createRequest({ employee, kind: 'liaison', requestedAt })
    const refused = await createRequest({ employee, kind: 'mid_career', state: 'refused', requestedAt })
    const planned = await createRequest({ employee, state: 'planned', requestedAt, legalDeadline: '2026-12-20' })
    const visit = await createVisit({ employee, startsAt: parisInstant('2026-12-03', '10:00'), request: planned })
    const links = async (path: string) => (await browser.get(path)).links.filter((link) => /^\/demandes\/[0-9a-f-]{36}$/.test(link))

    const page = await browser.get('/demandes')
    assert.include(page.text, 'Envoyée le vendredi 20 novembre 2026 à 14 h 05')
    assert.include(page.text, 'Planifiée pour le jeudi 3 décembre 2026 à 10 h 00')
    assert.include(page.links, `/convocations/${visit.id}`)
    assert.include(page.text, 'Refusée')
    assert.lengthOf(await links('/demandes'), 3)
    assert.sameMembers(await links('/demandes?etat=en-cours'), [`/demandes/${sent.id}`, `/demandes/${planned.id}`])
    assert.deepEqual(await links('/demandes?etat=refusees'), [`/demandes/${refused.id}`])
    assert.include((await browser.get('/demandes?etat=annulees')).text, "Aucune demande n'est dans cet état")
    assert.lengthOf(await links('/demandes?etat=nimporte&page=x'), 3)
  })

  test('when there is none says when to ask one', async ({ assert }) => {
    const { browser } = await aMember()
    const page = await browser.get('/demandes')
    assert.include(page.text, 'Aucune demande pour le moment')
    assert.include(page.links, '/demandes/nouvelle')
  })

  test('shows nothing of another member', async ({ assert }) => {
    const { browser } = await aMember()
    const foreign = await createRequest()
    assert.notInclude((await browser.get('/demandes')).html, foreign.id)
    assert.equal((await browser.get(`/demandes/${foreign.id}`)).status, 404)
    assert.equal((await browser.post(`/demandes/${foreign.id}/annulation`)).status, 404)
    assert.equal((await rowOf('visit_requests', { id: foreign.id })).state, 'sent')
  })
})

test.group('A request that is not needed any more', (group) => {
  group.each.setup(itIsNow)

  for (const state of ['sent', 'taken'] as const) {
    test(`is cancelled while it is ${state}`, async ({ assert }) => {
      const { employee, browser } = await aMember()
      const request = await createRequest({ employee, state })
      await browser.get(`/demandes/${request.id}`)
      const answer = await browser.post(`/demandes/${request.id}/annulation`)
      assert.equal(answer.status, 303)
      const page = await browser.follow(answer)
      assert.include(page.text, 'Votre demande est annulée')
      assert.isUndefined(page.form('Annuler la demande'))
      assert.equal((await rowOf('visit_requests', { id: request.id })).state, 'cancelled')
      assert.deepEqual(await toldAbout(request.id), ['visitRequestWorkflow changed'])
      assert.deepEqual(await eventsAbout(request.id), ['visit_request.cancelled'])
    })
  }

  for (const state of ['planned', 'held', 'refused', 'cancelled'] as const) {
    test(`is left alone once it is ${state}`, async ({ assert }) => {
      const { employee, browser } = await aMember()
      const request = await createRequest({ employee, state })
      const page = await browser.get(`/demandes/${request.id}`)
      assert.equal(page.status, 200)
      assert.isUndefined(page.form('Annuler la demande'))
      const answer = await browser.post(`/demandes/${request.id}/annulation`)
      assert.equal(answer.status, 409)
      assert.equal(answer.heading, 'Cette demande ne peut plus être annulée')
      assert.equal((await rowOf('visit_requests', { id: request.id })).state, state)
      assert.lengthOf(await rowsOf('outbox_messages', { subject_id: request.id }), 0)
    })
  }
})
