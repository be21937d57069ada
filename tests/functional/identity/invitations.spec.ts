import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { mintInvitation } from '#identity'
import { rightsOf } from '#identity/rules/rights'
import { itIs } from '#tests/support/clock'
import { createAccess, createInvitation, createMember, createUser, insert, owner, PASSWORD, rowOf, rowsOf, uniqueEmail } from '#tests/support/factories'
import { signedInAs, visitor, type Visitor } from '#tests/support/http'
import { eventsAbout, toldAbout } from '#tests/functional/visits/world'

const NEW_PASSWORD = 'girouette-mandarine-pluvier-61'
const TOKEN = () => `jeton-${crypto.randomUUID()}`

async function anAdministrator() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Claire Montaubry' })
  return { member, holder, browser: await signedInAs(holder) }
}

async function invited(values: Record<string, unknown> = {}) {
  const world = await anAdministrator()
  const token = TOKEN()
  const invitation = await createInvitation({ member: world.member, by: world.holder, token, ...values })
  return { ...world, invitation, link: `/invitation/${token}` }
}

async function join(someone: Visitor, link: string, fields: Record<string, string | undefined> = {}) {
  await someone.get(link)
  return someone.post(link, { nom: 'Maëlle Corvaisier', mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD, ...fields })
}

test.group('To invite somebody', () => {
  test('writes the invitation and its outbox row, once in the journal, and no secret', async ({ assert }) => {
    const { member, holder, browser } = await anAdministrator()
    const email = uniqueEmail('stagiaire')
    const site = await insert('sites', { member_id: member.id, name: 'Atelier de Vern' })
    await browser.get('/acces/invitations/nouvelle')
    const sent = await browser.post('/acces/invitations', {
      nom: 'Maëlle Corvaisier', email: email.toUpperCase(), modele: 'convocations', etendue: 'certains', sites: [site.id], fin: '31/03/2030',
    })
    assert.equal(sent.location, '/acces')
    const row = await rowOf('invitations', { email })
    assert.deepEqual([row.member_id, row.invited_by, row.ends_on, row.site_ids], [member.id, holder.id, '2030-03-31', [site.id]])
    assert.deepEqual(row.rights, rightsOf('convocations'))
    assert.isNull(row.token_hash)
    assert.deepEqual(await toldAbout(row.id), ['invitationWorkflow'])
    assert.deepEqual(await eventsAbout(row.id), ['invitation.sent'])
    const page = await browser.follow(sent)
    assert.match(page.text, /Maëlle Corvaisier.*Convocations Atelier de Vern En cours d'envoi/)
  })

  test('answers the same for an address that has an account and for one that has none', async ({ assert }) => {
    const { browser } = await anAdministrator()
    const known = await createUser({ member: await createMember() })
    const answers = []
    for (const email of [known.email, uniqueEmail('personne')]) {
      await browser.get('/acces/invitations/nouvelle')
      const sent = await browser.post('/acces/invitations', { nom: 'Maëlle', email, modele: 'rh' })
      const page = await browser.follow(sent)
      answers.push([sent.status, page.text.slice(0, page.text.indexOf('Personnes')).replaceAll(email, 'ADRESSE')])
    }
    assert.deepEqual(answers[0], answers[1])
  })

  test('refuses an address that has an access, or an invitation that waits', async ({ assert }) => {
    const { member, holder, browser } = await anAdministrator()
    const access = await createAccess({ member })
    const pending = await createInvitation({ member, by: holder })
    for (const [email, message] of [[access.user.email, 'a déjà un accès'], [pending.email, 'attend déjà']]) {
      await browser.get('/acces/invitations/nouvelle')
      const page = await browser.post('/acces/invitations', { nom: 'Maëlle', email: email!, modele: 'rh' })
      assert.equal(page.status, 422)
      assert.include(page.text, message!)
    }
  })

  test('takes over from an invitation that expired', async ({ assert }) => {
    const { browser, invitation } = await invited({ expiresAt: DateTime.utc().minus({ hours: 1 }) })
    await browser.get('/acces/invitations/nouvelle')
    assert.equal((await browser.post('/acces/invitations', { nom: 'Maëlle', email: invitation.email, modele: 'rh' })).status, 303)
    assert.isNotNull((await rowOf('invitations', { id: invitation.id })).superseded_at)
  })

  test('refuses {what}, and keeps what was typed')
    .with([
      { what: 'no name', fields: { nom: '' }, message: 'Indiquez le nom' },
      { what: 'half an address', fields: { email: 'maelle@' }, message: "n'est pas complète" },
      { what: 'two addresses', fields: { email: 'a@b.example, c@d.example' }, message: "n'est pas complète" },
      { what: 'no right', fields: { modele: undefined }, message: 'Choisissez des droits' },
    ])
    .run(async ({ assert }, { fields, message }) => {
      const { member, browser } = await anAdministrator()
      await browser.get('/acces/invitations/nouvelle')
      const page = await browser.post('/acces/invitations', { nom: 'Maëlle', email: uniqueEmail('x'), modele: 'rh', fin: '31/03/2030', ...fields })
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      assert.include(page.html, '31/03/2030')
      assert.lengthOf(await rowsOf('invitations', { member_id: member.id }), 0)
    })

  test('sends another mail for another week, or withdraws: the former link opens nothing', async ({ assert }) => {
    const { browser, invitation, link } = await invited()
    await browser.get(`/acces/invitations/${invitation.id}`)
    assert.equal((await browser.post(`/acces/invitations/${invitation.id}/renvoi`)).location, '/acces')
    assert.equal((await visitor().get(link)).status, 410)
    const next = await owner().from('invitations').where('email', invitation.email).whereNull('superseded_at').first()
    assert.deepEqual(await toldAbout(invitation.id, next.id), ['invitationWorkflow changed', 'invitationWorkflow'])

    await browser.get(`/acces/invitations/${next.id}`)
    assert.equal((await browser.post(`/acces/invitations/${next.id}/retrait`)).location, '/acces')
    assert.equal((await browser.post(`/acces/invitations/${next.id}/retrait`)).status, 409)
    assert.equal((await browser.post(`/acces/invitations/${next.id}/renvoi`)).status, 409)
    assert.deepEqual(await eventsAbout(next.id), ['invitation.resent', 'invitation.withdrawn'])
  })

  test('reaches no invitation of another member', async ({ assert }) => {
    const { invitation } = await invited()
    const { browser } = await anAdministrator()
    const before = await rowOf('invitations', { id: invitation.id })
    for (const act of ['renvoi', 'retrait']) assert.equal((await browser.post(`/acces/invitations/${invitation.id}/${act}`)).status, 404)
    assert.deepEqual(await rowOf('invitations', { id: invitation.id }), before)
  })
})

test.group('An invitation', () => {
  test('shows who invites to what, uses nothing, and opens an access with a new password', async ({ assert }) => {
    const { member, invitation, link } = await invited({ rights: rightsOf('convocations') })
    const someone = visitor()
    for (let times = 0; times < 2; times++) {
      const page = await someone.get(link)
      assert.equal(page.status, 200)
      assert.include(page.heading, member.name)
      assert.include(page.text, 'Claire Montaubry')
      assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    }
    const joined = await join(someone, link)
    assert.equal(joined.location, '/tableau-de-bord')
    const dashboard = await someone.follow(joined)
    assert.equal(dashboard.status, 200)
    assert.include(dashboard.text, `Le compte de ${member.name} vous est ouvert`)
    assert.equal((await someone.get('/convocations')).status, 200)
    assert.equal((await someone.get('/entreprise')).status, 403)

    const user = await rowOf('users', { email: invitation.email })
    const access = await rowOf('accesses', { user_id: user.id })
    assert.deepEqual(access.rights, rightsOf('convocations'))
    assert.equal((await rowOf('invitations', { id: invitation.id })).access_id, access.id)
    assert.deepEqual(await eventsAbout(access.id), ['invitation.accepted'])
    assert.deepEqual(await toldAbout(invitation.id), ['invitationWorkflow changed'])
    assert.equal((await visitor().get(link)).status, 410)
    assert.equal((await signedInAs({ identifier: invitation.email, password: NEW_PASSWORD }).then((one) => one.get('/convocations'))).status, 200)
  })

  test('is used once by three clicks at the same moment', async ({ assert }) => {
    const { invitation, link } = await invited()
    const visitors = [visitor(), visitor(), visitor()]
    for (const one of visitors) await one.get(link)
    const answers = await Promise.all(visitors.map((one) => one.post(link, { nom: 'Maëlle', mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD })))
    assert.lengthOf(answers.filter(({ status }) => status === 303), 1)
    assert.lengthOf(await rowsOf('users', { email: invitation.email }), 1)
  })

  test('refuses {what} and stays good')
    .with([
      { what: 'a guessable password', fields: { mot_de_passe: 'motdepasse1234', confirmation: 'motdepasse1234' }, message: 'se devine trop facilement' },
      { what: 'another confirmation', fields: { confirmation: 'autre-chose-encore-99' }, message: 'La confirmation diffère' },
      { what: 'no name', fields: { nom: ' ' }, message: 'Indiquez votre nom' },
    ])
    .run(async ({ assert }, { fields, message }) => {
      const { invitation, link } = await invited()
      const page = await join(visitor(), link, fields)
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      assert.isNull(await rowOf('users', { email: invitation.email }))
      assert.equal((await visitor().get(link)).status, 200)
    })

  test('ends after seven days, to the minute, and with the last day of the access', async ({ assert, cleanup }) => {
    const { link } = await invited({ expiresAt: DateTime.utc().plus({ days: 7 }) })
    itIs(DateTime.utc().plus({ days: 7, minutes: -1 }), cleanup)
    assert.equal((await visitor().get(link)).status, 200)
    itIs(DateTime.utc().plus({ days: 7, minutes: 1 }), cleanup)
    assert.equal((await visitor().get(link)).status, 410)
    assert.equal((await join(visitor(), link)).status, 410)
    itIs(DateTime.utc(), cleanup)
    assert.equal((await visitor().get((await invited({ ends_on: '2020-01-01' })).link)).status, 410)
  })

  test('is good by its last link only, and the secret is nowhere in the database', async ({ assert }) => {
    const { invitation, link } = await invited()
    const minted = await asStaff((trx) => mintInvitation(trx, invitation.id, { first: false }, DateTime.utc()))
    assert.equal((await visitor().get(link)).status, 410)
    assert.equal((await visitor().get(`/invitation/${minted!.token}`)).status, 200)
    assert.notInclude(JSON.stringify(await rowOf('invitations', { id: invitation.id })), minted!.token)
  })
})

test.group('An invitation to somebody who has an account', () => {
  async function toSomebodyKnown() {
    const known = await createUser({ member: await createMember(), name: 'Gaëtan Lorvellec' })
    return { known, ...(await invited({ email: known.email })) }
  }

  test('asks to sign in, comes back and links it: no second account, no new password', async ({ assert }) => {
    const { known, member, link } = await toSomebodyKnown()
    const someone = visitor()
    const page = await someone.get(link)
    assert.include(page.text, 'Vous avez déjà un compte')
    assert.isUndefined(page.form('Créer mon accès'))
    const signedIn = await someone.signIn(known)
    assert.equal(signedIn.location, '/invitation/suite')
    const resumed = await someone.follow(signedIn)
    assert.include(resumed.heading, member.name)
    const former = someone.cookies.map(({ value }) => value)
    const accepted = await someone.post('/invitation/suite')
    assert.equal(accepted.location, '/tableau-de-bord')
    assert.notDeepEqual(someone.cookies.map(({ value }) => value), former)
    assert.include((await someone.follow(accepted)).title, member.name)
    assert.lengthOf(await rowsOf('users', { email: known.email }), 1)
    assert.lengthOf(await rowsOf('accesses', { user_id: known.id }), 2)
    assert.equal((await visitor().signIn({ identifier: known.email, password: PASSWORD })).status, 303)
  })

  test('opens nothing by the password of a form that pretends to be new', async ({ assert }) => {
    const { known, link } = await toSomebodyKnown()
    const page = await join(visitor(), link)
    assert.equal(page.status, 200)
    assert.include(page.text, 'Vous avez déjà un compte')
    assert.lengthOf(await rowsOf('accesses', { user_id: known.id }), 1)
  })

  test('keeps its secret out of the session that waits for the sign-in', async ({ assert }) => {
    const { link } = await toSomebodyKnown()
    await visitor().get(link)
    const kept = await owner().from('sessions').where('data', 'like', `%${link.split('/').at(-1)}%`)
    assert.lengthOf(kept, 0)
  })

  test('leaves a clear choice to somebody else who is signed in', async ({ assert }) => {
    const { invitation, link } = await invited()
    const other = await createUser({ member: await createMember() })
    const browser = await signedInAs(other)
    const page = await browser.get(link)
    assert.include(page.text, `Accepter avec ${other.email}`)
    assert.include(page.text, `Me déconnecter et répondre comme ${invitation.email}`)
    assert.equal((await browser.post(link)).status, 200, 'no choice is no answer')
    assert.lengthOf(await rowsOf('accesses', { user_id: other.id }), 1)

    const left = await browser.post(link, { compte: 'autre' })
    assert.equal(left.location, '/invitation/suite')
    assert.exists((await browser.follow(left)).form('Créer mon accès'))
    assert.equal((await browser.get('/comptes')).location, '/connexion')

    const again = await signedInAs(other)
    await again.get(link)
    assert.equal((await again.post(link, { compte: 'celui-ci' })).location, '/tableau-de-bord')
    assert.lengthOf(await rowsOf('accesses', { user_id: other.id }), 2)
  })

  test('changes nothing for somebody who has an access already', async ({ assert }) => {
    const { member, link } = await invited()
    const { user } = await createAccess({ member, preset: 'lecture' })
    const browser = await signedInAs(user)
    await browser.get(link)
    const page = await browser.post(link, { compte: 'celui-ci' })
    assert.equal(page.location, '/comptes')
    assert.include((await browser.follow(page)).text, 'Vous avez déjà accès')
    assert.deepEqual((await rowOf('accesses', { user_id: user.id })).rights, rightsOf('lecture'))
  })
})
