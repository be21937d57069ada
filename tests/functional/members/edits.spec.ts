import { test } from '@japa/runner'
import { fictitiousSiret } from '#database/demo/company_numbers'
import { createContact, createMember, createSite, createUser, owner, rowOf, rowsOf, someSiret, uniqueEmail } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

async function setting() {
  const member = await createMember()
  const user = await createUser({ member, holder: true, name: 'Odile Varennes' })
  return { member, user, someone: await signedInAs(user) }
}

test.group('The address of the company', () => {
  test('changes at once and keeps what it was, by whom', async ({ assert }) => {
    const { member, someone } = await setting()
    await someone.get('/entreprise/adresse')
    const saved = await someone.post('/entreprise/adresse', { adresse: '4 rue du Patis', code_postal: '35 770', ville: 'VERN SUR SEICHE' })
    assert.equal(saved.location, '/entreprise')
    assert.include((await someone.follow(saved)).text, '35770 Vern-sur-Seiche')
    const history = await someone.get('/entreprise/historique')
    for (const fact of ['Odile Varennes', '12 rue des Charrons', '4 rue du Patis', 'Rennes']) assert.include(history.text, fact)
    assert.lengthOf(await rowsOf('journal_entries', { member_id: member.id, event: 'company.changed' }), 1)
  })

  test('that is the same writes nothing', async ({ assert }) => {
    const { member, someone } = await setting()
    await someone.get('/entreprise/adresse')
    await someone.post('/entreprise/adresse', { adresse: '12 rue des Charrons', code_postal: '35000', ville: 'Rennes' })
    assert.isEmpty(await rowsOf('company_changes', { member_id: member.id }))
  })

  test('is refused when town and postal code do not go together, and says which town does', async ({ assert }) => {
    const { member, someone } = await setting()
    await someone.get('/entreprise/adresse')
    const refused = await someone.post('/entreprise/adresse', { adresse: '4 rue du Patis', code_postal: '35770', ville: 'Rennes' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'le 35770 est celui de Vern-sur-Seiche')
    const short = await someone.post('/entreprise/adresse', { adresse: '', code_postal: '3577', ville: 'Rennes' })
    assert.equal(short.status, 422)
    assert.include(short.text.replace(/\s/g, ' '), 'Un code postal a 5 chiffres')
    assert.equal((await rowOf('members', { id: member.id })).postal_code, '35000')
  })
})

test.group('The activity of the company', () => {
  test('is searched by its words, then changed', async ({ assert }) => {
    const { member, someone } = await setting()
    assert.include((await someone.get('/entreprise/activite?q=charpente')).text, 'Travaux de charpente')
    await someone.get('/entreprise/activite?code=43.91A')
    await someone.post('/entreprise/activite', { nomenclature: 'rev2', code_naf: '4391a' })
    assert.deepInclude(await rowOf('members', { id: member.id }), { naf_code: '43.91A', naf_nomenclature: 'rev2' })
  })

  test('must be a code of its nomenclature', async ({ assert }) => {
    const { someone } = await setting()
    await someone.get('/entreprise/activite')
    const refused = await someone.post('/entreprise/activite', { nomenclature: 'rev2', code_naf: '99.99Z' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, "Ce code n'est pas un code NAF rév. 2")
  })
})

test.group('Contacts', () => {
  test('are added, changed and removed, with a phone as France writes it', async ({ assert }) => {
    const { member, someone } = await setting()
    const email = uniqueEmail('facturation')
    await someone.get('/entreprise/contacts/nouveau')
    await someone.post('/entreprise/contacts', { role: 'billing', nom: 'Yann Prigent', email: email.toUpperCase(), telephone: '+33 2 99 00 00 00' })
    const contact = await rowOf('contacts', { member_id: member.id, role: 'billing' })
    assert.deepInclude(contact, { email, phone: '02 99 00 00 00' })

    await someone.get(`/entreprise/contacts/${contact.id}`)
    await someone.post(`/entreprise/contacts/${contact.id}`, { nom: 'Yann Le Prigent', telephone: '' })
    assert.deepInclude(await rowOf('contacts', { id: contact.id }), { name: 'Yann Le Prigent', phone: null })

    await someone.get(`/entreprise/contacts/${contact.id}`)
    await someone.post(`/entreprise/contacts/${contact.id}/retrait`)
    assert.isEmpty(await rowsOf('contacts', { id: contact.id }))
    assert.lengthOf(await rowsOf('company_changes', { subject_id: contact.id }), 3)
    assert.include((await someone.get('/entreprise/historique')).text.replace(/\s/g, ' '), 'Rôle : Facturation')
  })

  test('with a number that cannot exist, no role or half an address are refused, each in its sentence', async ({ assert }) => {
    const { member, someone } = await setting()
    await someone.get('/entreprise/contacts/nouveau')
    const refused = await someone.post('/entreprise/contacts', { nom: 'Yann', email: 'yann@', telephone: '02 99' })
    assert.equal(refused.status, 422)
    for (const sentence of ['Choisissez un rôle', "Cette adresse e-mail n'est pas complète", "Ce numéro de téléphone n'existe pas"]) assert.include(refused.text, sentence)
    assert.lengthOf(await rowsOf('contacts', { member_id: member.id }), 1)
  })

  test('twice the same in a role is refused', async ({ assert }) => {
    const { member, someone } = await setting()
    await someone.get('/entreprise/contacts/nouveau')
    const refused = await someone.post('/entreprise/contacts', { role: 'convocations', nom: 'Encore', email: member.email })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'déjà celle de ce rôle')
  })

  test('the last one for convocations stays, also when two are removed at once', async ({ assert }) => {
    const { member, someone, user } = await setting()
    const first = await rowOf('contacts', { member_id: member.id, role: 'convocations' })
    await someone.get(`/entreprise/contacts/${first.id}`)
    const refused = await someone.post(`/entreprise/contacts/${first.id}/retrait`)
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'dernier contact de ce rôle')

    const second = await createContact({ member, role: 'convocations' })
    const other = await signedInAs(user)
    await Promise.all([someone.get(`/entreprise/contacts/${first.id}`), other.get(`/entreprise/contacts/${second.id}`)])
    const both = await Promise.all([someone.post(`/entreprise/contacts/${first.id}/retrait`), other.post(`/entreprise/contacts/${second.id}/retrait`)])
    assert.sameMembers(both.map(({ status }) => status), [303, 409])
    assert.lengthOf(await rowsOf('contacts', { member_id: member.id, role: 'convocations' }), 1)
  })
})

test.group('Sites', () => {
  test('are added with their address and SIRET, closed and opened again', async ({ assert }) => {
    const { member, someone } = await setting()
    const { siren } = await rowOf('members', { id: member.id })
    const siret = fictitiousSiret(siren, 2)
    await someone.get('/entreprise/sites/nouveau')
    await someone.post('/entreprise/sites', { nom: 'Atelier de Vern', siret, adresse: '4 rue du Patis', code_postal: '35770', ville: 'Vern-sur-Seiche' })
    const site = await rowOf('sites', { member_id: member.id })
    assert.deepInclude(site, { name: 'Atelier de Vern', siret, city: 'Vern-sur-Seiche', closed_at: null })

    await someone.get(`/entreprise/sites/${site.id}`)
    await someone.post(`/entreprise/sites/${site.id}/fermeture`)
    assert.isNotNull((await rowOf('sites', { id: site.id })).closed_at)
    assert.include((await someone.get('/entreprise')).text, 'fermé')
    await someone.get(`/entreprise/sites/${site.id}`)
    await someone.post(`/entreprise/sites/${site.id}/reouverture`)
    assert.isNull((await rowOf('sites', { id: site.id })).closed_at)
  })

  test('with half an address, a wrong SIRET or a name that exists are refused', async ({ assert }) => {
    const { member, someone } = await setting()
    await createSite({ member, name: 'Atelier Élan' })
    await someone.get('/entreprise/sites/nouveau')
    const half = await someone.post('/entreprise/sites', { nom: 'Dépôt', code_postal: '35770' })
    assert.equal(half.status, 422)
    assert.include(half.text, "Complétez l'adresse")
    const wrong = await someone.post('/entreprise/sites', { nom: 'Dépôt', code_postal: '', siret: '73282932000075' })
    assert.include(wrong.text, 'Ce SIRET ne tombe pas juste')
    const foreign = await someone.post('/entreprise/sites', { nom: 'Dépôt', siret: await someSiret() })
    assert.equal(foreign.status, 422)
    assert.include(foreign.text, "celui d'une autre entreprise")
    const same = await someone.post('/entreprise/sites', { nom: 'atelier elan', siret: '' })
    assert.include(same.text, 'Un autre site porte ce nom')
    assert.lengthOf(await rowsOf('sites', { member_id: member.id }), 1)
  })
})

test.group('Without the right to write on the company', () => {
  test('its page has no act, and each address is refused', async ({ assert }) => {
    const { member } = await setting()
    const contact = await createContact({ member })
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    const page = await reader.get('/entreprise')
    assert.notInclude(page.text, 'Modifier')
    for (const path of ['/entreprise/adresse', '/entreprise/siren', `/entreprise/contacts/${contact.id}`]) assert.equal((await reader.get(path)).status, 403, path)
  })
})

test.group('Whoever sees some sites only', () => {
  test('adds none', async ({ assert }) => {
    const { member } = await setting()
    const site = await createSite({ member })
    const user = await createUser({ member, preset: 'facturation' })
    const { rights } = await owner().from('accesses').where('user_id', user.id).first()
    await owner().from('accesses').where('user_id', user.id).update({ site_ids: [site.id], rights: JSON.stringify({ ...rights, company: 'write' }) })
    const limited = await signedInAs(user)
    assert.notInclude((await limited.get('/entreprise')).text, 'Ajouter un site')
    assert.equal((await limited.get('/entreprise/sites/nouveau')).status, 403)
    assert.equal((await limited.post('/entreprise/sites', { nom: 'Dépôt' })).status, 403)
    assert.lengthOf(await rowsOf('sites', { member_id: member.id }), 1)
  })
})
