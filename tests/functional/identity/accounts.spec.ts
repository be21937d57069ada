import { test } from '@japa/runner'
import { createMember, createUser } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

test.group('One access, several accounts', () => {
  test('a user of three members chooses one first, then finds it again', async ({ assert }) => {
    const members = [await createMember(), await createMember(), await createMember()]
    const user = await createUser({ members })
    const someone = await signedInAs(user)
    const stopped = await someone.get('/tableau-de-bord')
    assert.equal(stopped.location, '/comptes')

    const list = await someone.follow(stopped)
    for (const { name } of members) assert.include(list.text, name)
    const entered = await someone.post(`/comptes/${members[1]!.id}/entree`)
    assert.equal(entered.location, '/tableau-de-bord')
    assert.include((await someone.follow(entered)).title, members[1]!.name)

    const again = await signedInAs(user)
    assert.include((await again.get('/tableau-de-bord')).title, members[1]!.name)
  })

  test('a user of no member any more reads so, and is led in no circle', async ({ assert }) => {
    const someone = await signedInAs(await createUser({ members: [] }))
    const page = await someone.get('/tableau-de-bord')
    assert.equal(page.status, 403)
    assert.include(page.text, 'Aucun compte ne vous est ouvert')
  })

  test("a member that is not theirs is not found, and they stay where they were", async ({ assert }) => {
    const [mine, foreign] = [await createMember(), await createMember()]
    const someone = await signedInAs(await createUser({ member: mine }))
    await someone.get('/comptes')
    assert.equal((await someone.post(`/comptes/${foreign.id}/entree`)).status, 404)
    assert.include((await someone.get('/tableau-de-bord')).title, mine.name)
  })

  test('a form of the account left in another tab is refused, and says how to come back', async ({ assert }) => {
    const members = [await createMember(), await createMember()]
    const someone = await signedInAs(await createUser({ members }))
    await someone.get('/comptes')
    await someone.post(`/comptes/${members[0]!.id}/entree`)
    const form = await someone.get('/demandes/nouvelle')
    await someone.get('/comptes')
    await someone.post(`/comptes/${members[1]!.id}/entree`)

    const refused = await someone.post('/demandes', {}, { from: form })
    assert.equal(refused.status, 409)
    assert.include(refused.text, `Revenir à ${members[0]!.name}`)
  })

  test("a form that names a stranger's account is not found", async ({ assert }) => {
    const [mine, foreign] = [await createMember(), await createMember()]
    const someone = await signedInAs(await createUser({ member: mine }))
    await someone.get('/demandes/nouvelle')
    assert.equal((await someone.post('/demandes', { adherent: foreign.id })).status, 404)
  })

  test('without the right, the page names who can give it', async ({ assert }) => {
    const member = await createMember()
    await createUser({ member, holder: true, name: 'Odile Varennes' })
    const someone = await signedInAs(await createUser({ member, preset: 'facturation' }))
    const page = await someone.get('/salaries')
    assert.equal(page.status, 403)
    assert.include(page.text, 'Odile Varennes')
  })
})
