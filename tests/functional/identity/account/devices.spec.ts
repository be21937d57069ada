import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { eventsOf, sessionIdOf, somebody } from '#tests/functional/identity/account/people'
import { itIs } from '#tests/support/clock'
import { createDevice, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

const DEVICES = '/compte/appareils'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'

test.group('The devices of a user', () => {
  test('are listed by the names that people give them, this one first, and no id of a session leaves its cookie', async ({ assert }) => {
    const { user, someone } = await somebody()
    const phone = await createDevice({ user, userAgent: IPHONE, seenAt: DateTime.utc() })
    await createDevice({ user })
    const page = await someone.get(DEVICES)
    assert.include(page.text, 'Safari sur iOS (téléphone)')
    assert.include(page.text, 'Firefox sur Windows')
    assert.isBelow(page.text.indexOf('Cet appareil'), page.text.indexOf('Safari sur iOS'))
    assert.notInclude(page.html, phone.sessionId)
    assert.notInclude(page.html, sessionIdOf(someone))
    assert.include((await someone.get('/compte')).text, '3, dont celui-ci')
  })

  test('that were left idle or are too old are not listed', async ({ assert }) => {
    const { user, someone } = await somebody()
    await createDevice({ user, userAgent: IPHONE, signedInAt: DateTime.utc().minus({ hours: 2 }), seenAt: DateTime.utc().minus({ minutes: 31 }) })
    await createDevice({ user, signedInAt: DateTime.utc().minus({ hours: 13 }), seenAt: DateTime.utc() })
    const page = await someone.get(DEVICES)
    assert.notInclude(page.text, 'Safari')
    assert.notInclude(page.text, 'Firefox')
    assert.include(page.text, "Vous n'êtes connecté nulle part ailleurs")
  })

  test('say when they were last used, once a minute at most', async ({ assert, cleanup }) => {
    const { someone } = await somebody()
    const id = sessionIdOf(someone)
    const first = await rowOf('sessions', { id })
    await someone.get('/comptes')
    assert.deepEqual((await rowOf('sessions', { id })).seen_at, first.seen_at)
    itIs(DateTime.utc().plus({ minutes: 5 }), cleanup)
    await someone.get('/comptes')
    const later = await rowOf('sessions', { id })
    assert.isAbove(+later.seen_at, +first.seen_at)
    assert.deepEqual(later.signed_in_at, first.signed_in_at)
  })

  test('close one by one: the next page of that one leads to the sign-in', async ({ assert }) => {
    const { user, someone } = await somebody()
    const [closed, kept] = [await signedInAs(user), await signedInAs(user)]
    const { handle } = await rowOf('sessions', { id: sessionIdOf(closed) })
    const done = await someone.post(`${DEVICES}/${handle}/fermeture`)
    assert.equal(done.location, DEVICES)
    assert.equal((await closed.get('/comptes')).location, '/connexion')
    assert.equal((await kept.get('/comptes')).status, 200)
    assert.equal((await someone.get('/comptes')).status, 200)
    assert.deepEqual(await eventsOf(user), ['session.closed'])
  })

  test('close all at once but this one', async ({ assert }) => {
    const { user, someone } = await somebody()
    const others = [await signedInAs(user), await signedInAs(user)]
    await someone.get(DEVICES)
    await someone.post(`${DEVICES}/fermeture`)
    for (const other of others) assert.equal((await other.get('/comptes')).location, '/connexion')
    assert.equal((await someone.get('/comptes')).status, 200)
    assert.lengthOf(await rowsOf('sessions', { user_id: user.id }), 1)
    assert.deepEqual(await eventsOf(user), ['session.others_closed'])
  })

  test('do not come back with a request that was under way', async ({ assert }) => {
    const { user, someone } = await somebody()
    const other = await signedInAs(user)
    const id = sessionIdOf(other)
    const { handle } = await rowOf('sessions', { id })
    // Each of these writes its session anew at its end: a message for the next page.
    await other.get('/compte/nom')
    const asked = Array.from({ length: 6 }, (_, count) => other.post('/compte/nom', { nom: `Camille Dorval ${count}` }))
    const closing = someone.post(`${DEVICES}/${handle}/fermeture`)
    await Promise.all([...asked, closing])
    assert.isNull(await rowOf('sessions', { id }))
    assert.equal((await other.get('/comptes')).location, '/connexion')
  })

  test('of somebody else are not there, and stay open', async ({ assert }) => {
    const [mine, theirs] = [await somebody(), await somebody()]
    const { handle } = await rowOf('sessions', { id: sessionIdOf(theirs.someone) })
    assert.equal((await mine.someone.post(`${DEVICES}/${handle}/fermeture`)).status, 404)
    await mine.someone.post(`${DEVICES}/fermeture`)
    assert.equal((await theirs.someone.get('/comptes')).status, 200)
  })

  test('leave this one alone when it is the one to close', async ({ assert }) => {
    const { user, someone } = await somebody()
    const { handle } = await rowOf('sessions', { id: sessionIdOf(someone) })
    await someone.post(`${DEVICES}/${handle}/fermeture`)
    assert.equal((await someone.get('/comptes')).status, 200)
    assert.isEmpty(await eventsOf(user))
  })
})
