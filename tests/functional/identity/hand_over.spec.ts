import { test } from '@japa/runner'
import { createAccess, createMember, createUser, owner, PASSWORD, rowOf } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import { eventsAbout } from '#tests/functional/visits/world'

async function twoAdministrators() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Claire Montaubry' })
  const next = await createAccess({ member, preset: 'administrateur', name: 'Hugo Delaunoy' })
  const browser = await signedInAs(holder)
  await browser.get('/acces/titulaire')
  return { member, holder, next, browser }
}

const holdersOf = async (member: { id: string }) => {
  const rows = await owner().from('accesses').where({ member_id: member.id, holder: true }).whereNull('revoked_at')
  return rows.map(({ id }) => id)
}

test.group("The holder's role", () => {
  test('goes to another administrator, with the number; the former stays administrator', async ({ assert }) => {
    const { member, holder, next, browser } = await twoAdministrators()
    assert.include(browser.page!.text, `Le numéro ${member.number} ouvrira l'accès du nouveau titulaire`)
    const former = browser.cookies.map(({ value }) => value)
    const done = await browser.post('/acces/titulaire', { acces: next.id, mot_de_passe: PASSWORD })
    assert.equal(done.location, '/acces')
    assert.deepEqual(await holdersOf(member), [next.id])
    assert.deepEqual(await eventsAbout(next.id), ['access.handed_over'])
    assert.notDeepEqual(browser.cookies.map(({ value }) => value), former)

    const page = await browser.follow(done)
    assert.equal(page.status, 200)
    assert.match(page.text, /Hugo Delaunoy.*titulaire/)
    assert.equal((await signedInAs({ identifier: member.number, password: PASSWORD }).then((one) => one.get('/acces/titulaire'))).status, 200)
    assert.equal((await signedInAs({ identifier: holder.email, password: PASSWORD }).then((one) => one.get('/acces'))).status, 200)
    const { rights } = await rowOf('accesses', { user_id: holder.id })
    assert.equal(rights.access, 'write')
  })

  test('is not handed over without the password of its holder', async ({ assert }) => {
    const { member, next, browser } = await twoAdministrators()
    const before = await holdersOf(member)
    for (const [password, message] of [['pas-le-bon-mot-de-passe', "n'est pas le vôtre"], ['', 'Indiquez votre mot de passe']] as const) {
      const page = await browser.post('/acces/titulaire', { acces: next.id, mot_de_passe: password })
      assert.equal(page.status, 422)
      assert.include(page.text, message)
    }
    assert.deepEqual(await holdersOf(member), before)
  })

  test('does not go to somebody whose access is {what}')
    .with([
      { what: 'suspended', values: { suspended_at: '2026-11-24' } },
      { what: 'to end one day', values: { ends_on: '2099-12-31' } },
    ])
    .run(async ({ assert }, { values }) => {
      const { member, next, browser } = await twoAdministrators()
      const before = await holdersOf(member)
      await owner().from('accesses').where('id', next.id).update(values)
      const page = await browser.post('/acces/titulaire', { acces: next.id, mot_de_passe: PASSWORD })
      assert.equal(page.status, 409)
      assert.deepEqual(await holdersOf(member), before)
    })

  test('is not handed over by another administrator', async ({ assert }) => {
    const { member, next } = await twoAdministrators()
    const before = await holdersOf(member)
    const other = await createAccess({ member, preset: 'administrateur' })
    const browser = await signedInAs(next.user)
    assert.equal((await browser.get('/acces/titulaire')).status, 409)
    const page = await browser.post('/acces/titulaire', { acces: other.id, mot_de_passe: PASSWORD })
    assert.equal(page.status, 409)
    assert.include(page.text, 'Seul le titulaire transmet ce rôle')
    assert.deepEqual(await holdersOf(member), before)
  })

  test('is handed over once by two clicks at the same moment', async ({ assert }) => {
    const { member, next, browser } = await twoAdministrators()
    const third = await createAccess({ member, preset: 'administrateur' })
    const answers = await Promise.all([next.id, third.id].map((acces) => browser.post('/acces/titulaire', { acces, mot_de_passe: PASSWORD })))
    assert.sameMembers(answers.map(({ status }) => status), [303, 409])
    assert.lengthOf(await holdersOf(member), 1)
  })

  test('is asked of nobody who is signed out', async ({ assert }) => {
    assert.equal((await visitor().get('/acces/titulaire')).location, '/connexion')
  })
})
