import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asStaff, asMembers } from '#core/tenants'
import { mintInvitation } from '#identity'
import { rightsOf } from '#identity/rules/rights'
import { createAccess, createMember, createUser, owner, rowOf, rowsOf, uniqueEmail, type Member } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import { staffAs } from '#tests/functional/back_office/staff_visitor'
import { eventsAbout } from '#tests/functional/visits/world'

const PASSWORD = 'girouette-mandarine-pluvier-61'
const FIELDS = { motif: 'La gérante est partie, le titulaire ne répond plus.', preuve: 'Kbis du 02/11/2026', nom: 'Maëlle Corvaisier', ancien: 'revoked' }

async function lost(fields: Record<string, string> = {}) {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Claire Montaubry' })
  const email = uniqueEmail('titulaire')
  const relations = await staffAs('member_relations')
  const address = `/admin/adherents/${member.id}/titulaire`
  await relations.get(address)
  const opened = await relations.post(address, { ...FIELDS, email, ...fields })
  return { member, holder, email, relations, address, opened }
}

/** What the worker does of the last invitation. */
async function linkTo(email: string) {
  const { id } = await owner().from('invitations').where('email', email).orderBy('invited_at', 'desc').first()
  const minted = await asStaff((trx) => mintInvitation(trx, id, { first: true }, DateTime.utc()))
  return `/invitation/${minted!.token}`
}

async function accept(email: string) {
  const [someone, link] = [visitor(), await linkTo(email)]
  await someone.get(link)
  return { someone, page: await someone.post(link, { nom: 'Maëlle Corvaisier', mot_de_passe: PASSWORD, confirmation: PASSWORD }) }
}

const holdersOf = ({ id }: Member) => owner().from('accesses').where({ member_id: id, holder: true }).whereNull('revoked_at')

test.group('A member whose holder nobody reaches', () => {
  test('is given another by relations adhérents: invited, journaled, holder once the invitation is accepted', async ({ assert }) => {
    const { member, holder, email, opened, address, relations } = await lost()
    assert.equal(opened.location, address)
    assert.deepEqual(await eventsAbout(member.id), ['holder.recovery_opened'])
    assert.deepEqual((await holdersOf(member)).map(({ user_id: id }) => id), [holder.id])
    const shown = await relations.follow(opened)
    assert.include(shown.text, 'Kbis du 02/11/2026')
    assert.include(shown.text, email)

    const { someone, page } = await accept(email)
    assert.equal(page.location, '/tableau-de-bord')
    assert.equal((await someone.get('/acces')).status, 200)
    const user = await rowOf('users', { email })
    const [access, ...others] = await holdersOf(member)
    assert.deepEqual([access.user_id, others.length], [user.id, 0])
    assert.deepEqual(await eventsAbout(access.id), ['holder.recovered'])
    assert.equal((await visitor().signIn({ identifier: member.number, password: PASSWORD })).status, 303)
    assert.isNotNull((await rowOf('holder_recoveries', { member_id: member.id })).closed_at)
    assert.equal((await rowsOf('access_changes', { member_id: member.id })).length, 2)
  })

  for (const [ancien, is] of [
    ['revoked', 'is gone'],
    ['reader', 'reads only'],
    ['administrator', 'stays administrator'],
  ] as const) {
    test(`has a former holder who ${is} afterwards, as was chosen`, async ({ assert }) => {
      const { holder, email } = await lost({ ancien })
      const former = await signedInAs(holder)
      await accept(email)
      const access = await rowOf('accesses', { user_id: holder.id })
      assert.isFalse(access.holder)
      assert.equal(access.revoked_at !== null, ancien === 'revoked')
      assert.deepEqual(access.rights, rightsOf(ancien === 'reader' ? 'lecture' : 'administrateur'))
      assert.equal((await former.get('/salaries')).status, ancien === 'revoked' ? 403 : 200)
      assert.equal((await former.get('/acces')).status, ancien === 'administrator' ? 200 : 403)
    })
  }

  test('has one who is kept out at once when staff say so, and comes back if the search is given up', async ({ assert }) => {
    const member = await createMember()
    const holder = await createUser({ member, holder: true })
    const former = await signedInAs(holder)
    const relations = await staffAs('member_relations')
    const address = `/admin/adherents/${member.id}/titulaire`
    await relations.get(address)
    await relations.post(address, { ...FIELDS, email: uniqueEmail('x'), bloquer: 'on' })
    assert.equal((await former.get('/salaries')).status, 403)

    await relations.get(address)
    assert.equal((await relations.post(`${address}/abandon`)).location, address)
    assert.equal((await former.get('/salaries')).status, 200)
    assert.equal((await relations.post(`${address}/abandon`)).status, 409)
    assert.deepEqual(await eventsAbout(member.id), ['holder.recovery_opened', 'holder.recovery_closed'])
    assert.isNotNull((await rowOf('invitations', { member_id: member.id })).withdrawn_at)
  })

  test('may have none at all', async ({ assert }) => {
    const member = await createMember()
    const email = uniqueEmail('titulaire')
    const relations = await staffAs('member_relations')
    await relations.get(`/admin/adherents/${member.id}/titulaire`)
    assert.equal((await relations.post(`/admin/adherents/${member.id}/titulaire`, { ...FIELDS, email })).status, 303)
    await accept(email)
    assert.lengthOf(await holdersOf(member), 1)
  })

  test('may find its holder among its users, who keeps one access', async ({ assert }) => {
    const member = await createMember()
    await createUser({ member, holder: true })
    const { id, user } = await createAccess({ member, preset: 'convocations' })
    const relations = await staffAs('member_relations')
    await relations.get(`/admin/adherents/${member.id}/titulaire`)
    await relations.post(`/admin/adherents/${member.id}/titulaire`, { ...FIELDS, email: user.email })
    const browser = await signedInAs(user)
    const link = await linkTo(user.email)
    await browser.get(link)
    assert.equal((await browser.post(link)).location, '/tableau-de-bord')
    assert.deepEqual((await holdersOf(member)).map((access) => access.id), [id])
    assert.lengthOf(await rowsOf('accesses', { user_id: user.id }), 1)
  })

  test('keeps its administrators from ending that invitation', async ({ assert }) => {
    const { member, holder, email } = await lost()
    const { id } = await rowOf('invitations', { email })
    const browser = await signedInAs(holder)
    for (const act of ['renvoi', 'retrait']) assert.equal((await browser.post(`/acces/invitations/${id}/${act}`)).status, 409)
    await assert.rejects(() => asMembers([member.id], (trx) => trx.from('holder_recoveries'), holder.id), /permission denied/)
    assert.equal((await visitor().get(await linkTo(email))).status, 200)
  })

  test('is searched once at a time, and the invitation can be sent again', async ({ assert }) => {
    const { email, address, relations } = await lost()
    const first = await linkTo(email)
    assert.equal((await relations.post(address, { ...FIELDS, email: uniqueEmail('autre') })).status, 409)
    await relations.get(address)
    assert.equal((await relations.post(`${address}/renvoi`)).location, address)
    assert.equal((await visitor().get(first)).status, 410)
    assert.equal((await visitor().get(await linkTo(email))).status, 200)
  })

  for (const [what, fields, message] of [
    ['no reason', { motif: '' }, 'Indiquez pourquoi'],
    ['no proof', { preuve: '' }, 'Indiquez la pièce vérifiée'],
    ['no fate for the former holder', { ancien: '' }, 'Choisissez'],
    ['half an address', { email: 'x@' }, "n'est pas complète"],
  ] as const) {
    test(`gets nothing from a form with ${what}`, async ({ assert }) => {
      const { member, opened } = await lost(fields)
      assert.equal(opened.status, 422)
      assert.include(opened.text, message)
      assert.lengthOf(await rowsOf('holder_recoveries', { member_id: member.id }), 0)
    })
  }
})

test.group("A member's users, in the back office", () => {
  test('are listed with their rights, those who are gone too', async ({ assert }) => {
    const member = await createMember()
    await createUser({ member, holder: true, name: 'Claire Montaubry' })
    await createAccess({ member, name: 'Ines Vauquelor', rights: { ...rightsOf('lecture'), visits: 'write' }, endsOn: '2030-03-31' })
    const gone = await createAccess({ member, name: 'Hugo Delaunoy' })
    await owner().from('accesses').where('id', gone.id).update({ revoked_at: new Date() })
    const page = await (await staffAs('auditor')).get(`/admin/adherents/${member.id}/utilisateurs`)
    assert.match(page.text, /Claire Montaubry.*Administrateur.*titulaire/)
    assert.match(page.text, /Ines Vauquelor.*Sur mesure.*Demandes et convocations : lire et modifier.*31 mars 2030/)
    assert.match(page.text, /Hugo Delaunoy.*Retiré/)
    assert.notInclude(page.links, `/admin/adherents/${member.id}/titulaire`)
  })
})
