import { test } from '@japa/runner'
import { createEmployee, rowsOf } from '#tests/support/factories'
import { apply, createImporter, csv, employeesOf, importOf, itemsOf, preview } from '#tests/functional/imports/world'

test.group('An import', () => {
  test('shows what it would do, does it when told to, and keeps nothing of the file', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const known = await createEmployee({ member, family_name: 'Morvanic', first_name: 'Noé', birth_date: '1985-01-02', job_title: 'Soudeur', hired_on: '2020-01-06' })
    const { id, page } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Magasinier;06/01/2020'))
    assert.equal(page.status, 200)
    assert.include(page.text, 'Entrées (1)')
    assert.include(page.text, 'Changements (1)')
    assert.include(page.text, 'Élodie Kergoat')
    assert.lengthOf(await employeesOf(member), 1)

    const answer = await apply(someone, id)
    assert.equal(answer.status, 303)
    const done = await someone.get(`/salaries/import/${id}`)
    assert.include(done.text, '2 personnes concernées : 1 entrée, 1 changement')
    const people = await employeesOf(member)
    assert.lengthOf(people, 2)
    assert.equal(people.find((one) => one.id === known.id).job_title, 'Magasinier')
    assert.deepInclude(people.find((one) => one.id !== known.id), { family_name: 'Kergoat', first_name: 'Élodie', birth_date: '1990-05-12', hired_on: '2026-11-16', job_title: 'Comptable' })
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
    assert.isEmpty(await itemsOf(id))
    assert.equal((await importOf(id)).state, 'applied')
  })
})
