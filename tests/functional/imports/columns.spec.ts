import { test } from '@japa/runner'
import { rowsOf } from '#tests/support/factories'
import { apply, createImporter, employeesOf, importOf, preview, send, work } from '#tests/functional/imports/world'

const FILE = ['Z1;Z2;Z3;Z4;Z5;Salaire', 'Kergoat;Élodie;12/05/1990;Comptable;16/11/2026;2345,67'].join('\n')
const CHOICE = { colonne_0: 'familyName', colonne_1: 'firstName', colonne_2: 'birthDate', colonne_3: 'jobTitle', colonne_4: 'hiredOn', colonne_5: '' }

test.group('Columns that are not recognised', () => {
  test('are asked, then remembered for the next file', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { id, page } = await preview(someone, FILE)
    assert.include(page.text, 'Toutes les colonnes ne se reconnaissent pas par leur nom')
    assert.equal((await importOf(id)).state, 'mapping')
    await someone.post(`/salaries/import/${id}/colonnes`, CHOICE)
    await work(id)
    assert.include((await someone.get(`/salaries/import/${id}`)).text, 'Entrées (1)')
    await apply(someone, id)
    assert.lengthOf(await employeesOf(member), 1)

    const again = await preview(someone, FILE)
    assert.include(again.page.text, 'Aucun changement')
    assert.include(again.page.text, 'Colonnes qui ne sont pas lues : Salaire')
  })

  test('have their lines sealed while they wait, and what is not read forgotten after', async ({ assert }) => {
    const { someone } = await createImporter()
    const { id } = await send(someone, FILE)
    const waiting = await rowsOf('import_lines', { import_id: id })
    assert.lengthOf(waiting, 1)
    assert.notMatch(JSON.stringify(waiting), /Kergoat|2345/)
    await someone.get(`/salaries/import/${id}`)
    await someone.post(`/salaries/import/${id}/colonnes`, CHOICE)
    const [read] = await rowsOf('import_lines', { import_id: id })
    assert.isNull(read.sealed_cells)
    assert.equal(read.facts.familyName, 'Kergoat')
    assert.notInclude(JSON.stringify(read), '2345')
  })

  test('chosen without the identity, or twice the same, are asked again', async ({ assert }) => {
    const { someone } = await createImporter()
    const { id } = await send(someone, FILE)
    await someone.get(`/salaries/import/${id}`)
    const lacking = await someone.post(`/salaries/import/${id}/colonnes`, { ...CHOICE, colonne_2: '' })
    assert.equal(lacking.status, 422)
    assert.include(lacking.text, 'Choisissez la colonne « Date de naissance »')
    const twice = await someone.post(`/salaries/import/${id}/colonnes`, { ...CHOICE, colonne_5: 'jobTitle' })
    assert.equal(twice.status, 422)
    assert.include(twice.text, '« Poste » est choisi pour plusieurs colonnes')
    assert.match(twice.html, /<option value="jobTitle" selected>/)
  })

  test('of a file that is dropped are forgotten', async ({ assert }) => {
    const { someone } = await createImporter()
    const { id } = await send(someone, FILE)
    await someone.get(`/salaries/import/${id}`)
    await someone.post(`/salaries/import/${id}/abandon`)
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
  })
})
