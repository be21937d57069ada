import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { mintLink } from '#identity'
import { eventsOf, growStale, noticesOf, somebody } from '#tests/functional/identity/account/people'
import { itIs } from '#tests/support/clock'
import { createMember, createUser, owner, rowOf, rowsOf, uniqueEmail, type User } from '#tests/support/factories'
import { visitor, type Visitor } from '#tests/support/http'

const ask = async (someone: Visitor, email: string) => {
  await someone.get('/compte/adresse')
  return someone.post('/compte/adresse', { email })
}

/** The page of a link, as the mailing activity would have mailed it. */
async function linkOf(user: User, purpose: 'email_old' | 'email_new') {
  const row = await owner().from('account_links').where({ user_id: user.id, purpose }).whereNull('consumed_at').whereNull('superseded_at').first()
  const minted = row && (await asStaff((trx) => mintLink(trx, row.id, DateTime.utc())))
  return minted && `/adresse/confirmation/${minted.token}`
}

async function confirm(link: string) {
  const anybody = visitor()
  await anybody.get(link)
  return anybody.post(link)
}

test.group('A change of e-mail', () => {
  test('is made by both addresses, in whichever order {$self} first')
    .with(['email_old', 'email_new'] as const)
    .run(async ({ assert }, first) => {
      const { user, someone } = await somebody()
      const email = uniqueEmail('nouvelle')
      const asked = await ask(someone, email.toUpperCase())
      assert.equal(asked.location, '/compte')
      const pending = await someone.follow(asked)
      assert.include(pending.text, `Nouvelle adresse : ${email}`)
      assert.equal(pending.text.match(/À confirmer/g)?.length, 2)

      const [one, other] = [await linkOf(user, first), await linkOf(user, first === 'email_old' ? 'email_new' : 'email_old')]
      assert.include((await confirm(one)).text, "Reste à ouvrir le lien envoyé à l'autre adresse")
      assert.equal((await rowOf('users', { id: user.id })).email, user.email)
      assert.equal((await someone.get('/compte')).text.match(/À confirmer/g)?.length, 1)
      assert.include((await confirm(other)).text, 'Votre adresse est changée')
      assert.equal((await rowOf('users', { id: user.id })).email, email)
      assert.notInclude((await someone.get('/compte')).text, 'en attente')
      assert.equal((await visitor().signIn({ identifier: email, password: user.password })).status, 303)
      assert.equal((await visitor().signIn({ identifier: user.email, password: user.password })).status, 422)
      const events = (await eventsOf(user)).filter((event) => event !== 'session.refused')
      assert.deepEqual(events, ['email.requested', 'email.confirmed', 'email.confirmed', 'email.changed'])
      assert.deepEqual(await noticesOf(user), ['email_changed'])
    })

  test('uses each link once, and opening one uses nothing', async ({ assert }) => {
    const { user, someone } = await somebody()
    await ask(someone, uniqueEmail('nouvelle'))
    const link = await linkOf(user, 'email_new')
    assert.equal((await visitor().get(link)).status, 200)
    assert.equal((await visitor().get(link)).status, 200)
    const answers = await Promise.all([1, 2, 3].map(() => confirm(link)))
    assert.sameMembers(answers.map(({ status }) => status), [200, 410, 410])
    assert.equal((await rowOf('users', { id: user.id })).email, user.email)
  })

  test('of an address that opens another account looks the same, tells its owner, and never happens', async ({ assert }) => {
    const { user, someone } = await somebody()
    const owned = await createUser({ member: await createMember() })
    const free = await someone.follow(await ask(someone, uniqueEmail('libre')))
    await someone.post('/compte/adresse/abandon')
    const taken = await someone.follow(await ask(someone, owned.email))
    const withoutAddresses = ({ text }: { text: string }) => text.replaceAll(/\S+@\S+/g, '@').replaceAll(/\d+ h \d+/g, '')
    assert.equal(withoutAddresses(taken), withoutAddresses(free))
    assert.isNull(await linkOf(user, 'email_new'))
    assert.deepEqual(await noticesOf(owned), ['email_wanted'])
    assert.include((await confirm(await linkOf(user, 'email_old'))).text, "Reste à ouvrir le lien envoyé à l'autre adresse")
    assert.equal((await rowOf('users', { id: user.id })).email, user.email)
  })

  test('to an address that somebody takes meanwhile fails, and the former one stays', async ({ assert }) => {
    const { user, someone } = await somebody()
    const email = uniqueEmail('disputee')
    await ask(someone, email)
    const [one, other] = [await linkOf(user, 'email_old'), await linkOf(user, 'email_new')]
    await createUser({ member: await createMember(), email })
    await confirm(one)
    const failed = await confirm(other)
    assert.equal(failed.status, 409)
    assert.equal((await rowOf('users', { id: user.id })).email, user.email)
  })

  test('that is given up, or asked anew, kills the links before', async ({ assert }) => {
    const { user, someone } = await somebody()
    await ask(someone, uniqueEmail('premiere'))
    const first = await linkOf(user, 'email_new')
    await ask(someone, uniqueEmail('seconde'))
    const second = await linkOf(user, 'email_new')
    assert.equal((await visitor().get(first)).status, 410)
    await someone.post('/compte/adresse/abandon')
    assert.equal((await confirm(second)).status, 410)
    assert.notInclude((await someone.get('/compte')).text, 'en attente')
    await someone.post('/compte/adresse/abandon')
    assert.deepEqual(await eventsOf(user), ['email.requested', 'email.requested', 'email.cancelled'])
  })

  test('waits an hour for a link, and two for both', async ({ assert, cleanup }) => {
    const { user, someone } = await somebody()
    await ask(someone, uniqueEmail('nouvelle'))
    const link = await linkOf(user, 'email_new')
    itIs(DateTime.utc().plus({ minutes: 61 }), cleanup)
    assert.equal((await visitor().get(link)).status, 410)
    const [change] = await rowsOf('email_changes', { user_id: user.id })
    await owner().from('email_changes').where('id', change.id).update({ asked_at: DateTime.utc().minus({ hours: 3 }).toISO(), expires_at: DateTime.utc().minus({ hours: 1 }).toISO() })
    itIs(DateTime.utc(), cleanup)
    assert.notInclude((await someone.get('/compte')).text, 'en attente')
    assert.equal((await confirm(link)).status, 410)
  })

  test('is asked only by who gave the password a short while ago', async ({ assert }) => {
    const { someone } = await somebody()
    await growStale(someone)
    assert.equal((await someone.get('/compte/adresse')).location, '/compte/verification')
    assert.equal((await someone.post('/compte/adresse', { email: uniqueEmail('x') })).location, '/compte/verification')
  })

  test('refuses {what}')
    .with([
      { what: 'nothing', email: '' },
      { what: 'what is no address', email: 'pas une adresse' },
      { what: 'an injection', email: "a'--@b" },
      { what: 'a NUL byte', email: 'a\u0000@essai.example' },
      { what: 'two addresses', email: 'a@essai.example, b@essai.example' },
    ])
    .run(async ({ assert }, { email }) => {
      const { user, someone } = await somebody()
      assert.equal((await ask(someone, email)).status, 422)
      assert.equal((await ask(someone, user.email)).status, 422)
      assert.isEmpty(await rowsOf('email_changes', { user_id: user.id }))
    })
})
