import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { moveClock, stopClock } from '#core/clock'
import { itIs } from '#tests/support/clock'
import { createMember, createUser, PASSWORD } from '#tests/support/factories'
import { signedInAs, visitor, type Visitor } from '#tests/support/http'

const sessionsOf = async (userId: string) =>
  (await db.connection('migration').from('journal_entries').where({ subject_id: userId, event: 'session.opened' })).length

/** The row behind a session's cookie: its value is signed, and holds the id. */
async function sessionOf(someone: Visitor) {
  const { value } = someone.cookies.find(({ name }) => name === 'ostra_portal')!
  const [payload] = decodeURIComponent(value).slice(2).split('.')
  const id = JSON.parse(Buffer.from(payload!, 'base64url').toString()).message as string
  return db.connection('migration').from('sessions').where('id', id).first()
}

test.group('Sign-in', () => {
  test('opens the dashboard to the holder of a 7-digit number', async ({ assert }) => {
    const member = await createMember()
    const someone = await signedInAs(await createUser({ member, holder: true }))
    assert.equal(someone.page?.path, '/connexion')
    const dashboard = await someone.get('/tableau-de-bord')
    assert.equal(dashboard.status, 200)
    assert.include(dashboard.title, member.name)
  })

  test('opens to a user by e-mail, typed in capitals', async ({ assert }) => {
    const user = await createUser({ member: await createMember() })
    const someone = visitor()
    const page = await someone.signIn({ identifier: user.email.toUpperCase(), password: PASSWORD })
    assert.equal(page.status, 303)
    assert.equal(page.location, '/tableau-de-bord')
  })

  test('leads to the page first asked for', async ({ assert }) => {
    const user = await createUser({ member: await createMember() })
    const someone = visitor()
    const refused = await someone.get('/salaries?q=martin')
    assert.equal(refused.location, '/connexion')
    const page = await someone.signIn({ identifier: user.email, password: PASSWORD })
    assert.equal(page.location, '/salaries?q=martin')
  })

  test('says the same of {what} and writes nothing')
    .with([
      { what: 'an unknown number', identifiant: '9999998', password: PASSWORD },
      { what: 'an unknown e-mail', identifiant: 'personne@nulle-part.example', password: PASSWORD },
      { what: 'a wrong password', identifiant: '', password: 'une-autre-phrase-tout-entiere' },
    ])
    .run(async ({ assert }, { identifiant, password }) => {
      const user = await createUser({ member: await createMember(), holder: true })
      const page = await visitor().signIn({ identifier: identifiant || user.identifier, password })
      assert.equal(page.status, 422)
      assert.include(page.text, "L'identifiant ou le mot de passe n'est pas le bon")
      assert.notInclude(page.html, password)
      assert.equal(await sessionsOf(user.id), 0)
    })

  test('tells {what} how to mend it')
    .with([
      { what: '6 digits', identifiant: '123456', message: "Un numéro d'adhérent a 7 chiffres" },
      { what: '8 digits', identifiant: '12345678', message: "Un numéro d'adhérent a 7 chiffres" },
      { what: 'an empty identifier', identifiant: '', message: "Indiquez votre numéro d'adhérent ou votre adresse e-mail" },
      { what: 'a NUL byte', identifiant: '00042\u000017', message: 'Ce texte contient un caractère illisible' },
      { what: 'an oversized identifier', identifiant: 'a'.repeat(5000), message: 'Ce texte est trop long' },
    ])
    .run(async ({ assert }, { identifiant, message }) => {
      const page = await visitor().signIn({ identifier: identifiant, password: PASSWORD })
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      assert.match(page.title, /^1 point à corriger/)
    })

  test('refuses a form without its token', async ({ assert }) => {
    const someone = visitor()
    await someone.get('/connexion')
    const page = await someone.post('/connexion', { _csrf: undefined, identifiant: '0000001', mot_de_passe: PASSWORD })
    assert.equal(page.status, 419)
  })

  test('gives the session a new id, so that one planted before is worth nothing', async ({ assert }) => {
    const user = await createUser({ member: await createMember() })
    const someone = visitor()
    await someone.get('/connexion')
    const session = () => someone.cookies.find(({ name }) => name === 'ostra_portal')!.value
    const planted = session()
    await someone.signIn({ identifier: user.email, password: PASSWORD })
    assert.notEqual(session(), planted)
    const thief = await visitor().get('/comptes', { headers: { Cookie: `ostra_portal=${planted}` } })
    assert.equal(thief.location, '/connexion')
  })
})

test.group('A session', () => {
  test('ends by the button, for the copy of its cookie too', async ({ assert }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    const copy = someone.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    await someone.get('/comptes')
    const page = await someone.signOut()
    assert.equal(page.location, '/connexion')
    assert.equal(page.headers.get('clear-site-data'), '"cache", "storage"')
    const replayed = await visitor().get('/comptes', { headers: { Cookie: copy } })
    assert.equal(replayed.location, '/connexion')
  })

  test('holds after 29 idle minutes and ends after 31', async ({ assert, cleanup }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    itIs(DateTime.utc().plus({ minutes: 29 }), cleanup)
    assert.equal((await someone.get('/comptes')).status, 200)
    itIs(DateTime.utc().plus({ minutes: 29 + 31 }), cleanup)
    assert.equal((await someone.get('/comptes')).location, '/connexion')
  })

  test('ends at the thirtieth idle minute, not a second before', async ({ assert, cleanup }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    const row = await sessionOf(someone)
    const seenAt = DateTime.fromMillis(JSON.parse(row.data).message.seen_at)
    cleanup(() => moveClock())
    stopClock(seenAt.plus({ minutes: 30 }).minus({ milliseconds: 1 }))
    // A page that polls is asked, so that to look does not prolong.
    assert.equal((await someone.get('/comptes', { headers: { 'X-Poll': 'true' } })).status, 200)
    stopClock(seenAt.plus({ minutes: 30 }))
    assert.equal((await someone.get('/comptes')).location, '/connexion')
  })

  test('ends at the twelfth hour, not a second before', async ({ assert, cleanup }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    const { data, id } = await sessionOf(someone)
    const session = JSON.parse(data)
    const startedAt = DateTime.fromMillis(session.message.started_at)
    session.message.seen_at = startedAt.plus({ hours: 12 }).minus({ minutes: 1 }).toMillis()
    await db.connection('migration').from('sessions').where('id', id).update({ data: JSON.stringify(session) })
    cleanup(() => moveClock())
    stopClock(startedAt.plus({ hours: 12 }).minus({ milliseconds: 1 }))
    assert.equal((await someone.get('/comptes')).status, 200)
    stopClock(startedAt.plus({ hours: 12 }))
    assert.equal((await someone.get('/comptes')).location, '/connexion')
  })

  test('is not prolonged by a page that refreshes itself', async ({ assert, cleanup }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    itIs(DateTime.utc().plus({ minutes: 20 }), cleanup)
    assert.equal((await someone.get('/comptes', { htmx: true, headers: { 'X-Poll': 'true' } })).status, 200)
    itIs(DateTime.utc().plus({ minutes: 31 }), cleanup)
    assert.equal((await someone.get('/comptes')).location, '/connexion')
  })

  test('ends 12 hours after the sign-in, however busy', async ({ assert, cleanup }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      itIs(DateTime.utc().plus({ minutes }), cleanup)
      assert.equal((await someone.get('/comptes')).status, 200, `after ${minutes} minutes`)
    }
    itIs(DateTime.utc().plus({ hours: 12, seconds: 1 }), cleanup)
    assert.equal((await someone.get('/comptes')).location, '/connexion')
  })

  test('that ended answers htmx with 401 and the way to the sign-in', async ({ assert }) => {
    const page = await visitor().get('/salaries', { htmx: true })
    assert.equal(page.status, 401)
    assert.equal(page.headers.get('hx-redirect'), '/connexion')
  })

  test('is not kept in a cache', async ({ assert }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    assert.equal((await someone.get('/comptes')).headers.get('cache-control'), 'no-store')
  })

  test('loses a right at the next request', async ({ assert }) => {
    const user = await createUser({ member: await createMember(), preset: 'rh' })
    const someone = await signedInAs(user)
    assert.equal((await someone.get('/salaries')).status, 200)
    await db.connection('migration').from('accesses').where('user_id', user.id).update({ revoked_at: new Date() })
    assert.equal((await someone.get('/salaries')).status, 403)
  })
})

test.group('Headers', () => {
  test('are on {path} with status {status}')
    .with([
      { path: '/connexion', status: 200 },
      { path: '/nulle-part', status: 404 },
      { path: '/comptes', status: 303 },
    ])
    .run(async ({ assert }, { path, status }) => {
      const { headers, status: answered } = await visitor().get(path)
      assert.equal(answered, status)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('x-frame-options'), 'DENY')
      assert.include(headers.get('content-security-policy')!, "frame-ancestors 'none'")
      assert.notInclude(headers.get('content-security-policy')!, 'unsafe')
      assert.isNotNull(headers.get('referrer-policy'))
    })
})
