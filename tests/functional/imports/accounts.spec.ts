import { test } from '@japa/runner'
import { createMember, createSite, createUser, owner, rowOf, rowsOf, type Member } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { crowd } from '#tests/support/imports/crowd'
import { dsnFile } from '#tests/support/imports/dsn'
import { apply, createImporter, csv, employeesOf, preview, send, work } from '#tests/functional/imports/world'

const siretOf = async ({ id }: Member): Promise<string> => (await rowOf('members', { id })).siret
const LINE = 'Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'

test.group('A file of several establishments', () => {
  test('gives each person to the account of their SIRET, and names the firms that the user does not hold', async ({ assert }) => {
    const [here, there, foreign] = [await createMember(), await createMember(), await createMember()]
    const user = await createUser({ members: [here, there], preset: 'rh' })
    const someone = await signedInAs(user)
    await someone.post(`/comptes/${here.id}/entree`)
    const people = crowd(6)
    const firms = [
      { siret: await siretOf(here), people: people.slice(0, 3) },
      { siret: await siretOf(there), people: people.slice(3, 5) },
      { siret: await siretOf(foreign), people: people.slice(5) },
    ]
    const { id, page } = await preview(someone, dsnFile(firms), 'paie.dsn')
    assert.include(page.text, 'Entrées (3)')
    assert.include(page.text, `2 personnes dans le compte ${there.name}`)
    const grouped = (await siretOf(foreign)).replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4')
    assert.include(page.text, `SIRET ${grouped} : ce compte n'est pas le vôtre`)
    await apply(someone, id)
    assert.lengthOf(await employeesOf(here), 3)
    assert.isEmpty(await employeesOf(there))
    assert.isEmpty(await employeesOf(foreign))
    for (const table of ['imports', 'import_lines', 'import_items']) assert.isEmpty(await rowsOf(table, { member_id: foreign.id }), table)

    const [other] = await rowsOf('imports', { member_id: there.id })
    const elsewhere = await someone.get(`/salaries/import/${other.id}`)
    assert.equal(elsewhere.status, 409)
    assert.include(elsewhere.text, there.name)
    await someone.post(`/comptes/${there.id}/entree`)
    await work(other.id)
    await apply(someone, other.id)
    assert.lengthOf(await employeesOf(there), 2)
  })

  test('goes to another account of the user alone when it speaks of that one alone', async ({ assert }) => {
    const [here, there] = [await createMember(), await createMember()]
    const someone = await signedInAs(await createUser({ members: [here, there], preset: 'rh' }))
    await someone.post(`/comptes/${here.id}/entree`)
    const { answer } = await send(someone, dsnFile([{ siret: await siretOf(there), people: crowd(2) }]), 'paie.dsn')
    assert.equal(answer.location, '/salaries/import')
    assert.include((await someone.follow(answer)).text, `Ce fichier concerne ${there.name}`)
    assert.isEmpty(await rowsOf('imports', { member_id: here.id }))
    assert.lengthOf(await rowsOf('imports', { member_id: there.id }), 1)
  })

  test('of firms that are none of the user, or that they may only read, is refused and names them', async ({ assert }) => {
    const { member, someone, holder } = await createImporter()
    const read = await createMember()
    await owner().insertQuery().table('accesses').insert({ user_id: holder.id, member_id: read.id, rights: JSON.stringify({ company: 'read', workforce: 'read', visits: 'read', documents: 'read', billing: 'read', statistics: 'read', access: 'none' }) })
    await someone.post(`/comptes/${member.id}/entree`)
    for (const firm of [read, await createMember()]) {
      const { answer } = await send(someone, dsnFile([{ siret: await siretOf(firm), people: crowd(2) }]), 'paie.dsn')
      assert.equal(answer.status, 422)
      assert.include(answer.text, "ce compte n'est pas le vôtre")
      assert.isEmpty(await rowsOf('imports', { member_id: firm.id }))
    }
  })

  test('finds a site by its own SIRET, and puts the people there', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const site = await createSite({ member, name: 'Vannes', siret: '21991111100011' })
    const { id } = await preview(someone, dsnFile([{ siret: '21991111100011', people: crowd(1) }]), 'paie.dsn')
    await apply(someone, id)
    assert.equal((await employeesOf(member))[0].site_id, site.id)
  })

  test('may be a table with a SIRET column', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { page } = await preview(someone, ["SIRET;Nom;Prénom;Date de naissance;Poste;Date d'entrée", `${await siretOf(member)};${LINE}`, `21990000400016;${LINE.replace('Kergoat', 'Autre')}`].join('\n'))
    assert.include(page.text, 'Entrées (1)')
    assert.include(page.text, "SIRET 219 900 004 00016 : ce compte n'est pas le vôtre")
  })
})

test.group('An import', () => {
  test("of another member is not there, nor are its lines", async ({ assert }) => {
    const [ours, theirs] = [await createImporter(), await createImporter()]
    const { id } = await preview(ours.someone, csv(LINE))
    const [item] = await rowsOf('import_items', { import_id: id })
    assert.equal((await theirs.someone.get(`/salaries/import/${id}`)).status, 404)
    for (const [path, fields] of [['choix', { section: 'entrees', tout: 'laisser' }], ['application', {}], ['abandon', {}], ['colonnes', {}]] as const) {
      assert.equal((await theirs.someone.post(`/salaries/import/${id}/${path}`, fields)).status, 404, path)
    }
    const mine = await preview(theirs.someone, csv(LINE))
    await theirs.someone.post(`/salaries/import/${mine.id}/choix`, { section: 'entrees', montre: item.id, accepte: [] })
    assert.isTrue((await rowOf('import_items', { id: item.id })).accepted)
  })

  test('is not for somebody who reads the workforce only, nor for who sees some sites only', async ({ assert }) => {
    const member = await createMember()
    const site = await createSite({ member, name: 'Vannes' })
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    const limited = await signedInAs(await createUser({ member, preset: 'rh', siteIds: [site.id] }))
    for (const someone of [reader, limited]) {
      assert.equal((await someone.get('/salaries/import')).status, 403)
      assert.equal((await send(someone, csv(LINE))).answer.status, 403)
    }
    assert.isEmpty(await rowsOf('imports', { member_id: member.id }))
  })
})
