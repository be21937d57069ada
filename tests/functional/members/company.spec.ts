import { test } from '@japa/runner'
import { createMember, createUser } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { signedInAs, visitor } from '#tests/support/http'

test.group('The company page', () => {
  test('says who the member is, who to write to and who follows its employees', async ({ assert }) => {
    const member = await createMember({ company_name: 'Charpentes Ormevert', naf_code: '43.91A' })
    await insert('sites', { member_id: member.id, name: 'Atelier de Vern' })
    await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email: 'odile@essai.example' })
    const someone = await signedInAs(await createUser({ member }))
    const page = await someone.get('/entreprise')

    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Charpentes Ormevert')
    assert.equal(page.title, 'Entreprise – Charpentes Ormevert – Espace adhérent OSTRA')
    for (const fact of [member.number, '43.91A', '35000 Rennes', 'Atelier de Vern', 'Odile Varennes', 'Direction', 'Convocations']) {
      assert.include(page.text, fact)
    }
    for (const fact of [member.doctor.name, member.nurse.name, member.centre.name, '8 h 30', '02 99 00 00 00']) {
      assert.include(page.text, fact)
    }
    assert.include(page.links, 'tel:0299000000')
  })

  test('writes the SIRET as it is read aloud', async ({ assert }) => {
    const member = await createMember({ siren: '732829320', siret: '73282932000074' })
    const someone = await signedInAs(await createUser({ member }))
    assert.include((await someone.get('/entreprise')).text, '732 829 320 00074')
  })

  test('answers htmx with the title and the content only', async ({ assert }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    const page = await someone.get('/entreprise', { htmx: true })
    assert.equal(page.status, 200)
    assert.notInclude(page.html, '<header')
    assert.include(page.html, 'id="contenu"')
  })

  test('is refused without the right on the company, naming who can give it', async ({ assert }) => {
    const member = await createMember()
    await createUser({ member, holder: true, name: 'Odile Varennes' })
    const someone = await signedInAs(await createUser({ member, preset: 'rh' }))
    const page = await someone.get('/entreprise')
    assert.equal(page.status, 403)
    assert.include(page.text, 'Odile Varennes')
    assert.notInclude(page.text, member.doctor.name)
  })

  test('asks who is not signed in to sign in', async ({ assert }) => {
    assert.equal((await visitor().get('/entreprise')).location, '/connexion')
  })
})
