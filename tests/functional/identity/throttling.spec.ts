import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { itIs } from '#tests/support/clock'
import { createMember, createUser, PASSWORD, rowsOf, type User } from '#tests/support/factories'
import { signedInAs, visitor, type Visitor } from '#tests/support/http'

const WRONG = 'une-autre-phrase-tout-entiere'

const holder = async () => createUser({ member: await createMember(), holder: true })
const attempt = (someone: Visitor, identifier: string, password = WRONG) => someone.signIn({ identifier, password })

/** Wrong passwords, each from another address and device. */
async function strangersTry(identifier: string, times: number) {
  const answers = []
  for (let count = 0; count < times; count++) answers.push((await attempt(visitor(), identifier)).status)
  return answers
}

const eventsOf = async ({ id }: User) => (await rowsOf('journal_entries', { subject_id: id })).map(({ event }) => event)

test.group('Wrong passwords', () => {
  test('are refused five times, then have to wait, and so has the right one', async ({ assert }) => {
    const user = await holder()
    assert.deepEqual(await strangersTry(user.identifier, 5), [422, 422, 422, 422, 422])
    const page = await attempt(visitor(), user.identifier, PASSWORD)
    assert.equal(page.status, 429)
    assert.equal(page.heading, "Trop d'essais en peu de temps")
    const seconds = Number(page.headers.get('retry-after'))
    assert.isAtLeast(seconds, 25)
    assert.isAtMost(seconds, 30)
    assert.include(page.text, `Recommencez dans ${seconds} secondes.`)
    assert.isNotNull(page.headers.get('content-security-policy'))
  })

  test('wait longer each time, and a try that has to wait does not make it longer', async ({ assert, cleanup }) => {
    const user = await holder()
    await strangersTry(user.identifier, 5)
    let passed = 0
    for (const [seconds, words] of [[30, '30 secondes'], [60, '1 minute'], [120, '2 minutes'], [240, '4 minutes'], [480, '8 minutes'], [900, '15 minutes'], [900, '15 minutes']] as const) {
      const early = await attempt(visitor(), user.identifier)
      await attempt(visitor(), user.identifier)
      assert.equal(early.status, 429, words)
      assert.closeTo(Number(early.headers.get('retry-after')), seconds, 10)
      passed += seconds
      itIs(DateTime.utc().plus({ seconds: passed + 5 }), cleanup)
      assert.equal((await attempt(visitor(), user.identifier)).status, 422, `after ${passed} seconds`)
    }
  })

  test('are forgotten a day after the last one', async ({ assert, cleanup }) => {
    const user = await holder()
    await strangersTry(user.identifier, 5)
    itIs(DateTime.utc().plus({ hours: 24, minutes: 1 }), cleanup)
    assert.deepEqual(await strangersTry(user.identifier, 6), [422, 422, 422, 422, 422, 429])
  })

  test('are forgotten by a right one', async ({ assert }) => {
    const user = await holder()
    await strangersTry(user.identifier, 4)
    assert.equal((await attempt(visitor(), user.identifier, PASSWORD)).status, 303)
    assert.deepEqual(await strangersTry(user.identifier, 5), [422, 422, 422, 422, 422])
  })

  test('count as one account under its number and its e-mail', async ({ assert }) => {
    const user = await holder()
    await strangersTry(user.identifier, 3)
    await strangersTry(user.email, 2)
    assert.equal((await attempt(visitor(), user.identifier)).status, 429)
    assert.equal((await attempt(visitor(), user.email.toUpperCase())).status, 429)
  })

  test('of nobody wait as those of somebody do', async ({ assert }) => {
    const nobody = `personne.${crypto.randomUUID()}@nulle-part.example`
    assert.deepEqual(await strangersTry(nobody, 6), [422, 422, 422, 422, 422, 429])
  })

  test('sent all at once are no more than five', async ({ assert }) => {
    const user = await holder()
    const strangers = Array.from({ length: 12 }, () => visitor())
    await Promise.all(strangers.map((someone) => someone.get('/connexion')))
    const answers = await Promise.all(
      strangers.map((someone) => someone.post('/connexion', { identifiant: user.identifier, mot_de_passe: WRONG }))
    )
    assert.lengthOf(answers.filter(({ status }) => status === 422), 5)
    assert.lengthOf(answers.filter(({ status }) => status === 429), 7)
  })

  test('are each in the journal, and each wait once', async ({ assert, cleanup }) => {
    const user = await holder()
    await strangersTry(user.identifier, 9)
    assert.sameMembers(await eventsOf(user), [...Array(5).fill('session.refused'), 'session.throttled'])
    itIs(DateTime.utc().plus({ seconds: 35 }), cleanup)
    await strangersTry(user.identifier, 4)
    assert.sameMembers(await eventsOf(user), [...Array(6).fill('session.refused'), 'session.throttled', 'session.throttled'])
  })

  test('leave nothing of the identifier nor of the address in their table', async ({ assert }) => {
    const user = await holder()
    await strangersTry(user.identifier, 1)
    const rows = await rowsOf('throttles')
    assert.isNotEmpty(rows)
    for (const { key } of rows) assert.match(key, /^[0-9a-f]{64}$/)
    assert.sameMembers(Object.keys(rows[0]), ['key', 'tries', 'retry_at', 'refused', 'forgotten_at'])
  })
})

test.group('A device that signed in before', () => {
  test("opens while strangers' tries make every other device wait", async ({ assert }) => {
    const user = await holder()
    const device = await signedInAs(user)
    await device.get('/comptes')
    await device.signOut()
    await strangersTry(user.identifier, 6)

    assert.equal((await attempt(visitor(), user.identifier, PASSWORD)).status, 429)
    assert.equal((await attempt(device, user.identifier, PASSWORD)).status, 303)
    assert.equal((await attempt(visitor(), user.identifier, PASSWORD)).status, 429, 'a stranger gains nothing by it')
  })

  test('has a budget of its own, which strangers do not spend nor profit from', async ({ assert }) => {
    const user = await holder()
    const device = await signedInAs(user)
    await device.get('/comptes')
    await device.signOut()
    for (let count = 1; count <= 10; count++) assert.equal((await attempt(device, user.identifier)).status, 422, String(count))
    assert.equal((await attempt(device, user.identifier, PASSWORD)).status, 429)
    assert.equal((await attempt(visitor(), user.identifier, PASSWORD)).status, 303)
  })

  test('is known for its user only', async ({ assert }) => {
    const [mine, victim] = [await holder(), await holder()]
    const device = await signedInAs(mine)
    await device.get('/comptes')
    await device.signOut()
    await strangersTry(victim.identifier, 5)
    assert.equal((await attempt(device, victim.identifier, PASSWORD)).status, 429)
  })

  test('keeps a cookie that no script reads, that opens nothing, and of which only the hash is stored', async ({ assert }) => {
    const user = await holder()
    const someone = visitor()
    const page = await someone.signIn({ identifier: user.identifier, password: PASSWORD })
    const line = page.headers.getSetCookie().find((one) => one.startsWith('ostra_device='))!
    assert.match(line, /HttpOnly/i)
    assert.match(line, /SameSite=Lax/i)
    const { value } = someone.cookies.find(({ name }) => name === 'ostra_device')!
    const alone = await visitor().get('/comptes', { headers: { Cookie: `ostra_device=${value}` } })
    assert.equal(alone.location, '/connexion')
    const [device] = await rowsOf('devices', { user_id: user.id })
    assert.match(device.token_hash, /^[0-9a-f]{64}$/)
    assert.notInclude(decodeURIComponent(value), device.token_hash)
  })

  test('is known until half a year has passed without it', async ({ assert, cleanup }) => {
    const user = await holder()
    const device = await signedInAs(user)
    await device.get('/comptes')
    await device.signOut()
    itIs(DateTime.utc().plus({ days: 179 }), cleanup)
    await strangersTry(user.identifier, 5)
    assert.equal((await attempt(device, user.identifier)).status, 422)
    itIs(DateTime.utc().plus({ days: 181 }), cleanup)
    await strangersTry(user.identifier, 5)
    assert.equal((await attempt(device, user.identifier)).status, 429)
  })
})

test.group('An address', () => {
  test("does not make an account wait for another's tries", async ({ assert }) => {
    const [one, other] = [await holder(), await holder()]
    const someone = visitor()
    for (let count = 0; count < 5; count++) await attempt(someone, one.identifier)
    assert.equal((await attempt(someone, one.identifier)).status, 429)
    assert.equal((await attempt(someone, other.identifier, PASSWORD)).status, 303)
  })

  test('that tries thirty accounts has to wait, its known devices excepted, and nobody else', async ({ assert }) => {
    const user = await holder()
    const device = await signedInAs(user)
    await device.get('/comptes')
    await device.signOut()
    const thief = visitor()
    device.address = thief.address
    for (let count = 0; count < 30; count++) {
      assert.equal((await attempt(thief, `compte.${count}.${crypto.randomUUID()}@nulle-part.example`)).status, 422)
    }
    const neighbour = visitor()
    neighbour.address = thief.address
    assert.equal((await attempt(neighbour, user.identifier, PASSWORD)).status, 429)
    assert.equal((await attempt(device, user.identifier, PASSWORD)).status, 303)
    assert.equal((await attempt(visitor(), (await holder()).identifier, PASSWORD)).status, 303)
  })

  test('is not slowed by the many of a company who sign in rightly', async ({ assert }) => {
    const [someone, user] = [visitor(), await holder()]
    for (let count = 0; count < 33; count++) {
      const colleague = visitor()
      colleague.address = someone.address
      assert.equal((await attempt(colleague, user.identifier, PASSWORD)).status, 303)
    }
  })

  test('may not ask more than twenty links in a row', async ({ assert }) => {
    const someone = visitor()
    await someone.get('/mot-de-passe/oublie')
    const ask = () => someone.post('/mot-de-passe/oublie', { identifiant: `${crypto.randomUUID()}@nulle-part.example` })
    for (let count = 0; count < 20; count++) assert.equal((await ask()).status, 200)
    const page = await ask()
    assert.equal(page.status, 429)
    assert.closeTo(Number(page.headers.get('retry-after')), 60, 5)
    assert.include(page.text, 'Recommencez dans 1 minute, à partir de')
    await someone.get('/premiere-connexion')
    assert.equal((await someone.post('/premiere-connexion', { numero: '9999998' })).status, 429)
  })

  test('may not try more than thirty links that are nobody\'s', async ({ assert }) => {
    const someone = visitor()
    for (let count = 0; count < 30; count++) assert.equal((await someone.get(`/mot-de-passe/reinitialisation/${count}`)).status, 410)
    assert.equal((await someone.get('/mot-de-passe/reinitialisation/x')).status, 429)
    assert.equal((await someone.get('/premiere-connexion/x')).status, 429)
  })
})
