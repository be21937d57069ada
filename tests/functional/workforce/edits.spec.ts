import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { asMembers } from '#core/tenants'
import { openNationalId } from '#workforce'
import { createEmployee, createMember, createUser, owner, rowOf, rowsOf } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { signedInAs } from '#tests/support/http'
import { changesOf, employeeRow, journalOf, workplace } from '#tests/functional/workforce/world'

// A number under its key, of nobody: the place of birth does not exist.
const NIR = '2 90 05 99 999 999 49'
const BARE = '290059999999949'

async function editing(values = {}) {
  const place = await workplace({ phone: '06 12 34 56 78', ...values })
  const path = `/salaries/${place.employee.id}/modifier`
  await place.someone.get(path)
  return { ...place, path }
}

test.group('Correcting what is known of an employee', () => {
  test('keeps what was there before, and when', async ({ assert }) => {
    const { employee, user, someone, path } = await editing()
    const page = await someone.post(path, { nom: 'Garrigou-Le Bihan', telephone: '' })
    assert.equal(page.status, 303)
    assert.include(await employeeRow(employee), { family_name: 'Garrigou-Le Bihan', phone: null, first_name: 'Thibault' })
    const [change] = await changesOf(employee)
    assert.deepEqual(change.before, { familyName: 'Garrigou', phone: '06 12 34 56 78' })
    assert.deepEqual(change.after, { familyName: 'Garrigou-Le Bihan', phone: null })
    assert.equal(change.changed_by, user.id)
    assert.include((await someone.follow(page)).text, 'nom : Garrigou → Garrigou-Le Bihan')
    assert.equal((await journalOf(employee))[0].event, 'employee.changed')
  })

  test('sent again as it is writes nothing', async ({ assert }) => {
    const { employee, someone, path } = await editing()
    assert.equal((await someone.post(path)).status, 303)
    assert.isEmpty(await changesOf(employee))
    assert.isEmpty(await journalOf(employee))
  })

  test('moves the first post with the day of entry', async ({ assert }) => {
    const { employee, someone, path } = await editing()
    await someone.post(path, { entree: '11/03/2024' })
    assert.equal((await rowsOf('posts', { employee_id: employee.id }))[0].from_on, '2024-03-11')
  })

  test('notes what the visit needs, from fixed choices', async ({ assert }) => {
    const { employee, someone, path } = await editing()
    const refused = await someone.post(path, { besoins: ['interpreter'] })
    assert.equal(refused.status, 422)
    assert.include(refused.text, "Choisissez la langue de l'interprète")
    assert.equal((await someone.post(path, { besoins: ['step_free_access', 'interpreter'], langue: 'uk' })).status, 303)
    assert.include(await employeeRow(employee), { interpreter_language: 'uk' })
    const page = await someone.get(`/salaries/${employee.id}`)
    assert.include(page.text, 'Accès de plain-pied, Interprète dans une autre langue (ukrainien)')
    assert.equal((await someone.post(path, { besoins: ['wheelchair'] })).status, 422)
  })

  const CASES: [words: string, fields: Record<string, string>, sentence: string][] = [
    ['no name', { nom: '' }, 'Indiquez le nom'],
    ['a formula for a name', { prenom: '=HYPERLINK("x")' }, 'Un nom se compose de lettres'],
    ['a birth after the hiring', { naissance: '05/03/2024' }, "La date de naissance est après la date d'entrée"],
    ['30 February', { naissance: '30/02/1990' }, "La date 30/02/1990 n'existe pas"],
    ['an end before the start', { fin_contrat: '01/01/2024' }, "La fin du contrat est avant la date d'entrée"],
    ['no phone at all', { telephone: '0' }, "Ce numéro de téléphone n'existe pas"],
    ["another member's site", { site: '0198c0de-0000-7000-8000-000000000000' }, 'Choisissez un des sites proposés'],
  ]
  for (const [words, fields, sentence] of CASES) {
    test(`refuses ${words} with a sentence, and writes nothing`, async ({ assert }) => {
      const { employee, someone, path } = await editing()
      const page = await someone.post(path, fields)
      assert.equal(page.status, 422)
      assert.include(page.text, sentence)
      assert.isEmpty(await changesOf(employee))
    })
  }

  test("finds no other member's employee, and is refused to whoever may only read", async ({ assert }) => {
    const { member, employee, someone } = await editing()
    const foreign = await createEmployee({ member: await createMember() })
    assert.equal((await someone.get(`/salaries/${foreign.id}/modifier`)).status, 404)
    assert.equal((await someone.post(`/salaries/${foreign.id}/modifier`, { nom: 'X' })).status, 404)
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    assert.equal((await reader.post(`/salaries/${employee.id}/modifier`, { nom: 'X' })).status, 403)
    assert.equal((await employeeRow(employee)).family_name, 'Garrigou')
  })
})

test.group('The social security number', () => {
  test('is sealed, and comes back nowhere', async ({ assert }) => {
    const { employee, someone, path } = await editing()
    const page = await someone.post(path, { nir: NIR })
    assert.equal(page.status, 303)
    const { sealed } = await rowOf('national_ids', { employee_id: employee.id })
    assert.notInclude(sealed, BARE)
    assert.equal(openNationalId(sealed), BARE)
    for (const address of [`/salaries/${employee.id}`, path, '/salaries', `/salaries?q=${BARE}`, '/salaries.csv']) {
      const { html } = await someone.get(address)
      for (const form of [BARE, NIR, '9999949', sealed]) assert.notInclude(html.replace(`value="${BARE}"`, ''), form, address)
    }
    assert.include((await someone.get(`/salaries/${employee.id}`)).text, 'Enregistré, jamais affiché')
  })

  test('finds nobody, and is in no history, journal nor outbox', async ({ assert }) => {
    const { employee, someone, path } = await editing()
    await someone.post(path, { nir: NIR })
    assert.include((await someone.get(`/salaries?q=${BARE}`)).text, 'Aucun salarié ne correspond')
    assert.isEmpty(await changesOf(employee))
    for (const table of ['employees', 'employment_changes', 'journal_entries', 'outbox_messages']) {
      const { rows } = await owner().rawQuery(`select count(*)::int as found from ${table} as one where one::text like ?`, [`%${BARE}%`])
      assert.equal(rows[0].found, 0, table)
    }
    assert.sameMembers((await journalOf(employee)).map(({ event }) => event), ['employee.national_id_given'])
  })

  test("cannot be read under the portal's role, which can write it", async ({ assert }) => {
    const { member, employee } = await editing()
    await assert.rejects(() => asMembers([member.id], (trx) => trx.from('national_ids').select('sealed')), /permission denied/)
    const seen = await asMembers([member.id], (trx) => trx.from('national_ids').select('employee_id'))
    assert.isEmpty(seen)
    await insert('national_ids', { employee_id: employee.id, member_id: member.id, sealed: 'x' })
    assert.lengthOf(await asMembers([(await createMember()).id], (trx) => trx.from('national_ids').select('employee_id')), 0)
    assert.isEmpty(await db.connection('portal').from('national_ids').select('employee_id'))
  })

  test('is refused with a bad key, and what was typed is not sent back', async ({ assert }) => {
    const { employee, someone, path } = await editing()
    for (const bad of ['290059999999948', '12', '990059999999949', "2900599999999'9"]) {
      const page = await someone.post(path, { nir: bad })
      assert.equal(page.status, 422, bad)
      assert.include(page.text, "Ce numéro de sécurité sociale n'est pas valide")
      assert.notInclude(page.html, `value="${bad}"`)
    }
    assert.isNull(await rowOf('national_ids', { employee_id: employee.id }))
  })
})
