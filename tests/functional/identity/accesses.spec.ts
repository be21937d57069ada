import { test } from '@japa/runner'
import { rightsOf } from '#identity/rules/rights'
import { itIs } from '#tests/support/clock'
import { parisInstant } from '#shared/dates'
import { createAccess, createEmployee, createMember, createUser, insert, owner, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { eventsAbout } from '#tests/functional/visits/world'

/** A member, its holder who is signed in, and a sub-user who is signed in too. */
async function twoPeople(values: Parameters<typeof createAccess>[0] extends infer A ? Partial<A> : never = {}) {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Claire Montaubry' })
  const access = await createAccess({ member, ...values })
  return { member, holder, access, browser: await signedInAs(holder), other: await signedInAs(access.user) }
}

const TABLE = {
  droits_entreprise: 'aucun',
  droits_salaries: 'lire',
  droits_visites: 'aucun',
  droits_documents: 'aucun',
  droits_factures: 'modifier',
  droits_statistiques: 'aucun',
  droits_acces: 'aucun',
}

test.group('Gestion des accès', () => {
  test('lists who may enter, for what, where, until when, and since when they were not seen', async ({ assert }) => {
    const { member, browser } = await twoPeople()
    const site = await insert('sites', { member_id: member.id, name: 'Atelier de Vern' })
    await createAccess({ member, name: 'Ines Vauquelor', preset: 'lecture', siteIds: [site.id], endsOn: '2030-03-31' })
    const page = await browser.get('/acces')
    assert.include(page.text, 'Claire Montaubry')
    assert.match(page.text, /Yannick Morvan.*Ressources humaines Tous Aucun Ouvert/)
    assert.match(page.text, /Ines Vauquelor.*Lecture Atelier de Vern dimanche 31 mars 2030 Ouvert Aucune/)
    assert.include(page.links, '/acces/journal')
    assert.include(page.links, '/acces/invitations/nouvelle')
  })

  test('opens with the right to read, and then changes nothing', async ({ assert }) => {
    const { access, other } = await twoPeople({ rights: { ...rightsOf('rh'), access: 'read' } })
    const page = await other.get('/acces')
    assert.equal(page.status, 200)
    assert.notInclude(page.links, '/acces/invitations/nouvelle')
    assert.isUndefined((await other.get(`/acces/${access.id}`)).form('Suspendre l\'accès'))
    assert.equal((await other.get('/acces/invitations/nouvelle')).status, 403)
  })

  test('is in the menu of those who may open it only', async ({ assert }) => {
    const { browser, other } = await twoPeople()
    assert.include((await browser.get('/tableau-de-bord')).links, '/acces')
    assert.notInclude((await other.get('/tableau-de-bord')).links, '/acces')
    assert.equal((await other.get('/acces')).status, 403)
  })
})

test.group('The rights of an access', () => {
  test('are those of the table when they are made to measure, at the next request', async ({ assert }) => {
    const { access, browser, other } = await twoPeople()
    assert.equal((await other.get('/convocations')).status, 200)
    await browser.get(`/acces/${access.id}/droits`)
    const saved = await browser.post(`/acces/${access.id}/droits`, { modele: 'sur_mesure', ...TABLE })
    assert.equal(saved.status, 303)
    assert.equal((await other.get('/convocations')).status, 403)
    assert.equal((await other.get('/salaries')).status, 200)
    assert.include((await browser.follow(saved)).text, 'Sur mesure')
    assert.deepEqual((await rowOf('accesses', { id: access.id })).rights, {
      company: 'none', workforce: 'read', visits: 'none', documents: 'none', billing: 'write', statistics: 'none', access: 'none',
    })
  })

  test('are those of a preset, which fills the table whatever it says', async ({ assert }) => {
    const { access, browser } = await twoPeople()
    await browser.get(`/acces/${access.id}/droits`)
    await browser.post(`/acces/${access.id}/droits`, { modele: 'facturation', ...TABLE })
    assert.deepEqual((await rowOf('accesses', { id: access.id })).rights, rightsOf('facturation'))
    const form = (await browser.get(`/acces/${access.id}/droits`)).form('Enregistrer les droits')!
    assert.equal(form.fields.modele, 'facturation')
    assert.equal(form.fields.droits_factures, 'modifier')
    assert.equal(form.fields.droits_salaries, 'aucun')
  })

  test('keep what was there before, and are in the journal once', async ({ assert }) => {
    const { access, browser, holder } = await twoPeople()
    await browser.get(`/acces/${access.id}/droits`)
    await browser.post(`/acces/${access.id}/droits`, { modele: 'lecture' })
    await browser.post(`/acces/${access.id}/droits`, { modele: 'lecture' })
    const changes = await rowsOf('access_changes', { access_id: access.id })
    assert.lengthOf(changes, 1)
    assert.equal(changes[0].changed_by, holder.id)
    assert.deepEqual(changes[0].before.rights, rightsOf('rh'))
    assert.deepEqual(changes[0].after.rights, rightsOf('lecture'))
    assert.deepEqual(await eventsAbout(access.id), ['access.changed'])
  })

  test('{what} are refused beside the field, and nothing is written')
    .with([
      { what: 'no right at all', fields: { modele: 'sur_mesure' }, message: 'Donnez au moins un droit' },
      { what: 'accesses to change without the rest', fields: { modele: 'sur_mesure', droits_acces: 'modifier' }, message: 'choisissez Administrateur' },
      { what: 'no choice', fields: { modele: undefined }, message: 'Choisissez des droits' },
      { what: 'words of nobody', fields: { modele: "'; drop table accesses; --" }, message: 'Choisissez un des droits proposés' },
      { what: 'a level of nobody', fields: { modele: 'sur_mesure', droits_salaries: 'tout' }, message: 'Choisissez une des propositions' },
      { what: 'a day that is past', fields: { modele: 'rh', fin: '01/01/2020' }, message: 'Cette date est passée' },
      { what: 'a day that does not exist', fields: { modele: 'rh', fin: '31/11/2030' }, message: "n'existe pas" },
      { what: 'some sites of which none', fields: { modele: 'rh', etendue: 'certains' }, message: 'Cochez au moins un site' },
    ])
    .run(async ({ assert }, { fields, message }) => {
      const { access, browser } = await twoPeople()
      const before = await rowOf('accesses', { id: access.id })
      await browser.get(`/acces/${access.id}/droits`)
      const nothing = Object.fromEntries(Object.keys(TABLE).map((name) => [name, 'aucun']))
      const page = await browser.post(`/acces/${access.id}/droits`, { ...nothing, ...fields })
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      assert.deepEqual(await rowOf('accesses', { id: access.id }), before)
    })

  test('limited to some sites show the employees of these sites only', async ({ assert }) => {
    const { member, access, browser, other } = await twoPeople()
    const [near, far] = [await insert('sites', { member_id: member.id, name: 'Vern' }), await insert('sites', { member_id: member.id, name: 'Brest' })]
    const seen = await createEmployee({ member, site_id: near.id, family_name: 'Vuedici' })
    const unseen = await createEmployee({ member, site_id: far.id, family_name: 'Cachée' })
    assert.include((await other.get('/salaries')).text, 'Cachée')

    await browser.get(`/acces/${access.id}/droits`)
    await browser.post(`/acces/${access.id}/droits`, { modele: 'rh', etendue: 'certains', sites: [near.id] })
    const list = await other.get('/salaries')
    assert.include(list.text, 'Vuedici')
    assert.notInclude(list.html, 'Cachée')
    assert.equal((await other.get(`/salaries/${seen.id}`)).status, 200)
    assert.equal((await other.get(`/salaries/${unseen.id}`)).status, 404)
    assert.equal((await other.get(`/demandes/nouvelle?salarie=${unseen.id}`)).status, 404)
    assert.notInclude((await other.get('/tableau-de-bord')).html, 'Cachée')
  })

  test('take no site of another member', async ({ assert }) => {
    const { access, browser } = await twoPeople()
    const foreign = await insert('sites', { member_id: (await createMember()).id, name: 'Ailleurs' })
    await browser.get(`/acces/${access.id}/droits`)
    for (const etendue of ['certains', 'tous']) {
      assert.equal((await browser.post(`/acces/${access.id}/droits`, { modele: 'rh', etendue, sites: [foreign.id] })).status, 404)
    }
    assert.isNull((await rowOf('accesses', { id: access.id })).site_ids)
  })

  test('are not changed by whoever has them', async ({ assert }) => {
    const { member, holder, browser } = await twoPeople()
    const { id } = await rowOf('accesses', { user_id: holder.id })
    const page = await browser.post(`/acces/${id}/droits`, { modele: 'lecture' })
    assert.equal(page.status, 409)
    assert.include(page.text, 'Cet accès est le vôtre')
    const administrator = await signedInAs(await createUser({ member }))
    const refused = await administrator.post(`/acces/${id}/retrait`)
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'celui du titulaire')
  })
})

test.group('The end of an access', () => {
  test('comes with its last day in Paris, which is included', async ({ assert, cleanup }) => {
    const { member } = await twoPeople()
    const { user } = await createAccess({ member, endsOn: '2027-01-31' })
    itIs(parisInstant('2027-01-31', '23:40'), cleanup)
    const browser = await signedInAs(user)
    assert.equal((await browser.get('/salaries')).status, 200)
    itIs(parisInstant('2027-02-01', '00:05'), cleanup)
    assert.equal((await browser.get('/salaries')).status, 403)
  })

  test('is a suspension, at the next request, and a reopening gives the same rights back', async ({ assert }) => {
    const { access, browser, other } = await twoPeople()
    const page = await browser.get(`/acces/${access.id}`)
    assert.include(page.text, "n'ouvre plus ce compte et n'en reçoit plus les messages")
    await browser.post(`/acces/${access.id}/suspension`)
    assert.equal((await other.get('/salaries')).status, 403)
    assert.include((await browser.get('/acces')).text, 'Suspendu')
    assert.equal((await browser.post(`/acces/${access.id}/suspension`)).status, 409)
    await browser.post(`/acces/${access.id}/reouverture`)
    assert.equal((await other.get('/salaries')).status, 200)
    assert.deepEqual(await eventsAbout(access.id), ['access.suspended', 'access.resumed'])
  })

  test('is said, and no other account takes its place', async ({ assert }) => {
    const [lost, kept] = [await createMember(), await createMember()]
    const user = await createUser({ members: [lost, kept], preset: 'rh' })
    const someone = await signedInAs(user)
    await someone.get('/comptes')
    await someone.post(`/comptes/${lost.id}/entree`)
    await owner().from('accesses').where({ user_id: user.id, member_id: lost.id }).update({ revoked_at: new Date() })
    const page = await someone.get('/salaries')
    assert.deepEqual([page.status, page.location], [303, '/comptes'])
    const list = await someone.follow(page)
    assert.include(list.text, "L'accès au compte que vous aviez ouvert a pris fin")
    assert.include(list.text, kept.name)
    assert.notInclude(list.text, lost.name)
  })

  test('is a revocation, at the next request, for good', async ({ assert }) => {
    const { access, browser, other } = await twoPeople()
    const revoked = await browser.post(`/acces/${access.id}/retrait`)
    assert.equal(revoked.location, '/acces')
    assert.notInclude((await browser.follow(revoked)).text, 'Yannick Morvan')
    assert.equal((await other.get('/salaries')).status, 403)
    assert.deepEqual(await eventsAbout(access.id), ['access.revoked'])
    assert.equal((await browser.post(`/acces/${access.id}/reouverture`)).status, 404)
  })

  test('of an administrator leaves the names of those who can still give a right', async ({ assert }) => {
    const { member, browser, other } = await twoPeople()
    const gone = await createAccess({ member, preset: 'administrateur', name: 'Hugo Delaunoy' })
    assert.include((await other.get('/entreprise')).text, 'Hugo Delaunoy')
    await browser.post(`/acces/${gone.id}/suspension`)
    const refused = await other.get('/entreprise')
    assert.include(refused.text, 'Claire Montaubry')
    assert.notInclude(refused.text, 'Hugo Delaunoy')
  })
})

test.group('Whoever administers a member', () => {
  test('is asked again under the lock: of two who revoke each other at once, one stays', async ({ assert }) => {
    const { member } = await twoPeople()
    const [one, two] = [await createAccess({ member, preset: 'administrateur' }), await createAccess({ member, preset: 'administrateur' })]
    const [first, second] = [await signedInAs(one.user), await signedInAs(two.user)]
    await Promise.all([first.get('/acces'), second.get('/acces')])
    const answers = await Promise.all([first.post(`/acces/${two.id}/retrait`), second.post(`/acces/${one.id}/retrait`)])
    assert.sameMembers(answers.map(({ status }) => status), [303, 403])
    const left = await owner().from('accesses').where('member_id', member.id).whereIn('id', [one.id, two.id]).whereNull('revoked_at')
    assert.lengthOf(left, 1)
  })

  test('cannot reach the access of another member', async ({ assert }) => {
    const { browser } = await twoPeople()
    const { access, member } = await twoPeople()
    const before = await rowOf('accesses', { id: access.id })
    for (const act of ['droits', 'suspension', 'reouverture', 'retrait']) {
      assert.equal((await browser.post(`/acces/${access.id}/${act}`, { modele: 'lecture' })).status, 404, act)
    }
    assert.equal((await browser.post('/acces/titulaire', { acces: access.id, mot_de_passe: 'x' })).status, 404)
    assert.deepEqual(await rowOf('accesses', { id: access.id }), before)
    assert.lengthOf(await rowsOf('access_changes', { member_id: member.id }), 0)
  })
})
