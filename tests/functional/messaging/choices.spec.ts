import { test } from '@japa/runner'
import { createMember, createUser, owner, rowsOf } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import { mintStopToken } from '#messaging/stop_tokens'

const aUser = async () => {
  const user = await createUser({ member: await createMember(), preset: 'rh', name: 'Nolwenn Tréguer' })
  return { user, browser: await signedInAs(user) }
}

const boxes = ({ html }: { html: string }) =>
  [...html.matchAll(/<input class="check"[^>]*value="([^"]+)"([^>]*)>/g)].map(([, value, rest]) => ({ value: value!, isTicked: / checked/.test(rest!) }))
const tickedOn = (page: { html: string }) => boxes(page).filter(({ isTicked }) => isTicked).map(({ value }) => value)
const choicesOf = async ({ id }: { id: string }) => {
  const rows = await rowsOf('notification_choices', { user_id: id })
  return rows.filter(({ wanted }) => wanted).map(({ kind, channel }) => `${kind}:${channel}`)
}

test.group('Mon compte', () => {
  test('says who one is, and rings for everything and mails nothing as long as nothing was chosen', async ({ assert }) => {
    const { user, browser } = await aUser()
    const page = await browser.get('/compte')
    assert.equal(page.heading, 'Mon compte')
    assert.include(page.text, 'Nolwenn Tréguer')
    assert.include(page.text, user.email)
    assert.lengthOf(boxes(page), 18)
    assert.isTrue(boxes(page).every(({ value, isTicked }) => isTicked === value.endsWith(':bell')))
    assert.include(page.links, '/compte')
  })

  test('opens without a member chosen, and only signed in', async ({ assert }) => {
    const members = [await createMember(), await createMember()]
    const browser = await signedInAs(await createUser({ members }))
    assert.equal((await browser.get('/compte')).status, 200)
    assert.equal((await visitor().get('/compte')).location, '/connexion')
  })
})

test.group('Choosing notifications', () => {
  test('keeps what is ticked and forgets what is not, as often as one likes', async ({ assert }) => {
    const { user, browser } = await aUser()
    await browser.get('/compte')
    const first = ['visit_moved:bell', 'visit_moved:email', 'employee_declined:email']
    const answer = await browser.post('/compte/notifications', { 'choix[]': first })
    assert.equal(answer.status, 303)
    const page = await browser.follow(answer)
    assert.include(page.text, 'Vos choix sont enregistrés')
    assert.sameMembers(tickedOn(page), first)

    await browser.post('/compte/notifications', { 'choix[]': ['visit_moved:bell'] })
    await browser.post('/compte/notifications', { 'choix[]': ['visit_moved:bell'] })
    assert.deepEqual(await choicesOf(user), ['visit_moved:bell'])
    assert.lengthOf(await rowsOf('notification_choices', { user_id: user.id }), 18)
  })

  test('of nothing at all is a choice too', async ({ assert }) => {
    const { browser } = await aUser()
    await browser.get('/compte')
    const page = await browser.follow(await browser.post('/compte/notifications', { 'choix[]': undefined }))
    assert.isEmpty(tickedOn(page))
  })

  test('refuses a box that is not in the table, a forged form, and writes nothing', async ({ assert }) => {
    const { user, browser } = await aUser()
    for (const fields of [{ 'choix[]': 'visit_moved:sms' }, { 'choix[]': ['x'] }, { 'choix[a]': 'visit_moved:bell' }, { choix: 'x' }]) {
      await browser.get('/compte')
      assert.equal((await browser.post('/compte/notifications', { 'choix[]': undefined, ...fields })).status, 400)
    }
    assert.equal((await browser.post('/compte/notifications', { _csrf: undefined })).status, 419)
    assert.isEmpty(await rowsOf('notification_choices', { user_id: user.id }))
  })

  test("writes one's own and nobody else's", async ({ assert }) => {
    const [{ user, browser }, other] = [await aUser(), await aUser()]
    await browser.get('/compte')
    await browser.post('/compte/notifications', { 'choix[]': 'visit_moved:email', 'user_id': other.user.id })
    assert.deepEqual(await choicesOf(user), ['visit_moved:email'])
    assert.isEmpty(await rowsOf('notification_choices', { user_id: other.user.id }))
  })
})

test.group('Stopping notifications by mail', () => {
  const chosen = async () => {
    const { user, browser } = await aUser()
    await browser.get('/compte')
    await browser.post('/compte/notifications', { 'choix[]': ['visit_moved:bell', 'visit_moved:email', 'request_taken:email'] })
    return { user, link: `/notifications/arret/${mintStopToken(user.id)}` }
  }
  const oneClick = (link: string, body = 'List-Unsubscribe=One-Click') =>
    fetch(new URL(link, visitor().baseUrl), { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })

  test('by the button of a mail program: one POST, without a session (RFC 8058)', async ({ assert }) => {
    const { user, link } = await chosen()
    const answer = await oneClick(link)
    assert.equal(answer.status, 200)
    assert.isFalse(answer.redirected)
    assert.deepEqual(await choicesOf(user), ['visit_moved:bell'])
    assert.equal((await oneClick(link)).status, 200)
  })

  test('by its page, which only asks: a filter that opens it stops nothing', async ({ assert }) => {
    const { user, link } = await chosen()
    const reader = visitor()
    const page = await reader.get(link)
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.notInclude(page.html, user.name)
    assert.notInclude(page.html, user.email)
    assert.lengthOf(await choicesOf(user), 3)

    const done = await reader.post(link)
    assert.equal(done.heading, 'Les notifications par e-mail sont arrêtées')
    assert.deepEqual(await choicesOf(user), ['visit_moved:bell'])
  })

  test('before anything was chosen stands for later', async ({ assert }) => {
    const { user } = await aUser()
    assert.equal((await oneClick(`/notifications/arret/${mintStopToken(user.id)}`)).status, 200)
    const rows = await rowsOf('notification_choices', { user_id: user.id, channel: 'email' })
    assert.lengthOf(rows, 9)
    assert.isTrue(rows.every(({ wanted }) => !wanted))
  })

  test('takes no token but ours: {what}')
    .with([
      { what: 'a word', forge: () => 'x' },
      { what: 'the id alone', forge: (id: string) => id },
      { what: 'a signature of nothing', forge: (_: string, token: string) => token.replace(/^[^.]+/, '') },
      { what: 'another user under the same signature', forge: (id: string, token: string) => `${Buffer.from(JSON.stringify({ message: { userId: id }, purpose: 'notifications.stop' })).toString('base64url')}.${token.split('.')[1]}` },
      { what: 'a signature cut short', forge: (_: string, token: string) => token.slice(0, -2) },
    ])
    .run(async ({ assert }, { forge }) => {
      const [victim, { user }] = [await chosen(), await aUser()]
      const token = forge(victim.user.id, mintStopToken(user.id))
      const answer = await oneClick(`/notifications/arret/${encodeURIComponent(token)}`)
      assert.equal(answer.status, 410)
      assert.lengthOf(await choicesOf(victim.user), 3)
      assert.isEmpty(await rowsOf('notification_choices', { user_id: user.id }))
    })

  test('is the only form that needs no token of a form', async ({ assert }) => {
    const { browser } = await aUser()
    for (const path of ['/compte/notifications', '/notifications/vues', '/reponse/x', '/deconnexion']) {
      assert.equal((await browser.post(path, { _csrf: undefined })).status, 419, path)
    }
    assert.isAbove(Number((await owner().from('notification_choices').count('* as n').first()).n), 0)
  })
})
