import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { asStaff, asUser } from '#core/tenants'
import { askOwnLink, mintLink as mintSecret } from '#identity'
import { itIs } from '#tests/support/clock'
import { createMember, createUser, PASSWORD, rowsOf, type User } from '#tests/support/factories'
import { signedInAs, visitor, type Visitor } from '#tests/support/http'

const NEW_PASSWORD = 'girouette-mandarine-pluvier-61'

const resetsOf = (user: User) => db.connection('migration').from('account_links').where('user_id', user.id).orderBy('id')

async function askLink(identifier: string) {
  const someone = visitor()
  await someone.get('/mot-de-passe/oublie')
  return someone.post('/mot-de-passe/oublie', { identifiant: identifier })
}

/** What the worker's activity does once the outbox told it. */
async function mintLink(user: User) {
  const [reset] = await resetsOf(user).whereNull('token_hash').whereNull('superseded_at')
  const minted = await asStaff((trx) => mintSecret(trx, reset.id, DateTime.utc()))
  return `/mot-de-passe/reinitialisation/${minted!.token}`
}

async function choose(someone: Visitor, link: string, password = NEW_PASSWORD, confirmation = password) {
  await someone.get(link)
  return someone.post(link, { mot_de_passe: password, confirmation })
}

test.group('A lost password', () => {
  test('is asked with the same answer for a number, an e-mail and nobody', async ({ assert }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    const answers = await Promise.all([user.identifier, user.email, '9999998', 'personne@nulle-part.example'].map(askLink))
    for (const { status, text } of answers) {
      assert.equal(status, 200)
      assert.equal(text, answers[0]!.text)
    }
  })

  test('writes a reset and its outbox row, once for a double click, none for nobody', async ({ assert }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    await Promise.all([askLink(user.identifier), askLink(user.identifier)])
    await askLink(user.identifier)
    const resets = await resetsOf(user)
    assert.lengthOf(resets, 1)
    const told = await db.connection('migration').from('outbox_messages').where('subject_id', resets[0].id)
    assert.lengthOf(told, 1)
    assert.equal(told[0].workflow_id, `account_link:${resets[0].id}`)
  })

  test('is changed by a link that works once, and ends every session', async ({ assert }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    const elsewhere = await signedInAs(user)
    await askLink(user.identifier)
    const link = await mintLink(user)

    const someone = visitor()
    assert.equal((await someone.get(link)).status, 200)
    assert.equal((await someone.get(link)).status, 200, 'opening the link uses nothing')
    const changed = await choose(someone, link)
    assert.equal(changed.location, '/connexion')
    assert.include((await someone.follow(changed)).text, 'Votre mot de passe est changé')

    assert.lengthOf(await rowsOf('security_notices', { user_id: user.id, kind: 'password_changed' }), 1)
    assert.equal((await elsewhere.get('/comptes')).location, '/connexion')
    assert.equal((await visitor().signIn({ identifier: user.identifier, password: PASSWORD })).status, 422)
    assert.equal((await visitor().signIn({ identifier: user.identifier, password: NEW_PASSWORD })).status, 303)
    const reused = await visitor().get(link)
    assert.equal(reused.status, 410)
    assert.include(reused.text, 'Demander un nouveau lien')
  })

  test('is changed once by two clicks at the same moment', async ({ assert }) => {
    const user = await createUser({ member: await createMember() })
    await askLink(user.email)
    const link = await mintLink(user)
    const answers = await Promise.all([1, 2, 3].map(() => choose(visitor(), link)))
    assert.sameMembers(answers.map(({ status }) => status), [303, 410, 410])
  })

  test('is not changed one minute after the end of the link', async ({ assert, cleanup }) => {
    const user = await createUser({ member: await createMember() })
    await askLink(user.email)
    const link = await mintLink(user)
    itIs(DateTime.utc().plus({ minutes: 59 }), cleanup)
    assert.equal((await visitor().get(link)).status, 200)
    itIs(DateTime.utc().plus({ minutes: 61 }), cleanup)
    const page = await visitor().get(link)
    assert.equal(page.status, 410)
    assert.include(page.text, "Il n'a rien changé à votre mot de passe")
  })

  test('is not changed by an earlier link once a later one is minted', async ({ assert }) => {
    const user = await createUser({ member: await createMember() })
    await askLink(user.email)
    const first = await mintLink(user)
    await resetsOf(user).update({ requested_at: DateTime.utc().minus({ minutes: 5 }).toISO() })
    await askLink(user.email)
    const second = await mintLink(user)
    assert.equal((await visitor().get(first)).status, 410)
    assert.equal((await visitor().get(second)).status, 200)
  })

  test('ends every other link of the user, and what the account knew of its devices', async ({ assert }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    await signedInAs(user)
    await asUser(user.id, (trx) => askOwnLink(trx, { purpose: 'email_new', email: 'autre@essai.example' }, DateTime.utc()))
    await askLink(user.identifier)
    const [change, reset] = await resetsOf(user)
    assert.equal(change.purpose, 'email_new')
    await asStaff((trx) => mintSecret(trx, change.id, DateTime.utc()))
    const minted = await asStaff((trx) => mintSecret(trx, reset.id, DateTime.utc()))
    const someone = visitor()
    await choose(someone, `/mot-de-passe/reinitialisation/${minted!.token}`)

    const [ended] = await resetsOf(user)
    assert.isNotNull(ended.superseded_at)
    assert.lengthOf(await rowsOf('devices', { user_id: user.id }), 1, 'the one that the link was opened on')
  })

  test('lets in at once, by the link, the user whom strangers make wait', async ({ assert }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    for (let count = 0; count < 6; count++) await visitor().signIn({ identifier: user.identifier, password: 'pas-la-bonne-phrase-du-tout' })
    const someone = visitor()
    assert.equal((await someone.signIn({ identifier: user.identifier, password: PASSWORD })).status, 429)
    await askLink(user.identifier)
    await choose(someone, await mintLink(user))
    assert.equal((await someone.signIn({ identifier: user.identifier, password: NEW_PASSWORD })).status, 303)
  })

  test('is in the journal once when it is asked, once when it is used', async ({ assert }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    await askLink(user.identifier)
    await askLink(user.email)
    await choose(visitor(), await mintLink(user))
    const events = (await rowsOf('journal_entries', { subject_id: user.id })).map(({ event }) => event)
    assert.sameMembers(events, ['password.link_asked', 'password.reset'])
  })

  test('asked every minute is mailed three times, then more and more rarely, with the same answer', async ({ assert, cleanup }) => {
    const user = await createUser({ member: await createMember(), holder: true })
    for (let minute = 0; minute < 6; minute++) {
      itIs(DateTime.utc().plus({ minutes: minute }), cleanup)
      assert.equal((await askLink(minute % 2 ? user.identifier : user.email)).status, 200)
    }
    assert.lengthOf(await resetsOf(user), 4)
  })

  test('refuses {what} and keeps the link usable')
    .with([
      { what: 'a short password', password: 'court', message: 'au moins 12 caractères' },
      { what: 'a guessable password', password: 'motdepasse1234', message: 'se devine trop facilement' },
      { what: 'another confirmation', password: NEW_PASSWORD, confirmation: 'autre-chose-encore-99', message: 'La confirmation diffère' },
      { what: 'a password of 129 characters', password: 'x'.repeat(129), message: 'au plus' },
    ])
    .run(async ({ assert }, { password, confirmation, message }) => {
      const user = await createUser({ member: await createMember() })
      await askLink(user.email)
      const link = await mintLink(user)
      const someone = visitor()
      const page = await choose(someone, link, password, confirmation)
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      assert.notInclude(page.html, password)
      assert.equal((await visitor().get(link)).status, 200)
    })

  test('keeps the secret of the link out of caches, referrers and the database', async ({ assert }) => {
    const user = await createUser({ member: await createMember() })
    await askLink(user.email)
    const link = await mintLink(user)
    const { headers } = await visitor().get(link)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    const [reset] = await resetsOf(user)
    assert.notInclude(JSON.stringify(reset), link.split('/').at(-1)!)
  })
})
