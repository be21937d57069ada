import { test } from '@japa/runner'
import { createMember, createUser, insert, rowsOf, uniqueEmail } from '#tests/support/factories'
import { staffAs } from '#tests/functional/back_office/staff_visitor'

async function createClosed() {
  const member = await createMember()
  const email = uniqueEmail('direction')
  await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email })
  return { member, email, path: `/admin/adherents/${member.id}`, act: `/admin/adherents/${member.id}/premiere-connexion` }
}

const linksOf = (memberId: string) => rowsOf('account_links', { member_id: memberId })

test.group('The page of a member', () => {
  test('is where a row of their register leads', async ({ assert }) => {
    const { member, path } = await createClosed()
    const someone = await staffAs('member_relations')
    const register = await someone.get('/admin/resources/adherents')
    assert.include(register.html, '/admin/adherents')
    const page = await someone.get(path)
    assert.equal(page.status, 200)
    assert.equal(page.heading, member.name)
    assert.include(page.text, member.number)
    assert.include(page.links, '/admin/resources/adherents')
  })

  test('sends the link of a first access to the contact on file, and the journal says who did', async ({ assert }) => {
    const { member, email, path, act } = await createClosed()
    const someone = await staffAs('member_relations')
    const page = await someone.get(path)
    assert.include(page.text, `Le lien ira à ${email}`)
    const sent = await someone.post(act)
    assert.deepEqual([sent.status, sent.location], [303, path])
    assert.include((await someone.follow(sent)).text, 'Le lien part par e-mail')

    const links = await linksOf(member.id)
    assert.deepEqual(links.map((link) => [link.purpose, link.email]), [['first_access', email]])
    assert.lengthOf(await rowsOf('outbox_messages', { subject_id: links[0].id }), 1)
    const entries = await rowsOf('journal_entries', { member_id: member.id })
    assert.deepEqual(entries.map(({ event, actor_id: id }) => [event, id]), [['first_access.sent', someone.staff.id]])
  })

  test('refuses a second link in the same half minute', async ({ assert }) => {
    const { member, path, act } = await createClosed()
    const someone = await staffAs('administrator')
    await someone.get(path)
    await someone.post(act)
    await someone.get(path)
    const again = await someone.post(act)
    assert.equal(again.status, 409)
    assert.include(again.text, 'Un lien vient de partir')
    assert.lengthOf(await linksOf(member.id), 1)
  })

  test('has no button once somebody has a password, and refuses a form made before', async ({ assert }) => {
    const { member, path, act } = await createClosed()
    const someone = await staffAs('member_relations')
    const form = await someone.get(path)
    await createUser({ member, holder: true })
    const page = await someone.get(path)
    assert.include(page.text, 'Le compte est ouvert')
    assert.isUndefined(page.form('Envoyer le lien de première connexion'))
    const late = await someone.post(act, {}, { from: form })
    assert.equal(late.status, 409)
    assert.isEmpty(await linksOf(member.id))
  })

  test('says what is missing when the link has nowhere to go', async ({ assert }) => {
    const member = await createMember()
    const page = await (await staffAs('member_relations')).get(`/admin/adherents/${member.id}`)
    assert.include(page.text, 'ajoutez un contact de direction')
  })

  test('shows neither who holds the account nor the button to others, and lets only relations adhérents send', async ({ assert }) => {
    const { email, path, act, member } = await createClosed()
    const planner = await staffAs('planner')
    const page = await planner.get(path)
    assert.equal(page.status, 200)
    assert.notInclude(page.html, email)
    assert.equal((await planner.post(act)).status, 403)
    assert.isEmpty(await linksOf(member.id))
  })

  test('of a member that is not there is not found', async ({ assert }) => {
    const someone = await staffAs('member_relations')
    assert.equal((await someone.get('/admin/adherents/01900000-0000-7000-8000-000000000000')).status, 404)
    assert.equal((await someone.post('/admin/adherents/01900000-0000-7000-8000-000000000000/premiere-connexion')).status, 404)
  })
})
