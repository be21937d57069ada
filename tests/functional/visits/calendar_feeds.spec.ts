import { test } from '@japa/runner'
import { sync, type VEvent } from 'node-ical'
import { hashToken } from '#core/tokens'
import { parisInstant } from '#shared/dates'
import { createEmployee, createSite, createUser, createVisit, owner, rowsOf } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import { aMember, eventsAbout, itIsNow } from '#tests/functional/visits/world'

const startsAt = parisInstant('2026-11-30', '10:00')

const eventsIn = (text: string) => Object.values(sync.parseICS(text)).filter((part) => part?.type === 'VEVENT') as VEvent[]
const fetchFeed = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, visitor().baseUrl), { redirect: 'manual', headers })

async function aFeed(world: Awaited<ReturnType<typeof aMember>>, browser = world.browser) {
  const page = await browser.post('/convocations/agenda')
  return /\/agenda\/[\w-]{43}/.exec(page.html)![0]
}

test.group('The calendar feed', (group) => {
  group.each.setup(itIsNow)

  test('is an address shown once, of which only the hash is kept', async ({ assert }) => {
    const world = await aMember()
    assert.include((await world.browser.get('/convocations/agenda')).text, "Aucune adresse n'est créée")
    const path = await aFeed(world)
    const rows = await rowsOf('calendar_feeds', { user_id: world.user.id })
    assert.lengthOf(rows, 1)
    const token = path.split('/').at(-1)!
    assert.equal(rows[0].token_hash, hashToken(token))
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    const again = await world.browser.get('/convocations/agenda')
    assert.notInclude(again.html, token)
    assert.include(again.text, 'Adresse créée le mardi 24 novembre 2026 à 9 h 12')
    assert.deepEqual(await eventsAbout(world.user.id).then((events) => events.filter((event) => event.startsWith('calendar'))), ['calendar_feed.created'])
    const { rows: kept } = await owner().rawQuery('select count(*)::int as count from journal_entries where journal_entries::text like ?', [`%${token}%`])
    assert.equal(kept[0].count, 0)
  })

  test('gives an agenda without a session the visits that stand, in words that name nobody', async ({ assert }) => {
    const world = await aMember()
    const visit = await createVisit({ employee: world.employee, startsAt, kind: 'return' })
    await createVisit({ employee: world.employee, startsAt: startsAt.plus({ days: 3 }), state: 'cancelled' })
    await createVisit({ employee: world.employee, startsAt: startsAt.plus({ days: 4 }), visible: false })
    await createVisit({ startsAt: startsAt.plus({ days: 5 }) })
    const answer = await fetchFeed(await aFeed(world))
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8')
    const text = await answer.text()
    const events = eventsIn(text)
    assert.lengthOf(events, 1)
    assert.equal(events[0]!.start.getTime(), startsAt.toMillis())
    assert.equal(events[0]!.summary, 'Rendez-vous santé au travail')
    assert.include(String(events[0]!.uid), visit.id)
    assert.notMatch(text.replaceAll('\r\n ', ''), /Marchevaux|[Rr]eprise/)
    assert.isAtMost(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line))), 75)
  })

  test('is not sent again while nothing changed', async ({ assert }) => {
    const world = await aMember()
    const visit = await createVisit({ employee: world.employee, startsAt })
    const path = await aFeed(world)
    const etag = (await fetchFeed(path)).headers.get('etag')!
    const same = await fetchFeed(path, { 'If-None-Match': etag })
    assert.equal(same.status, 304)
    assert.equal(await same.text(), '')
    await owner().from('visits').where('id', visit.id).update({ sequence: 1 })
    const changed = await fetchFeed(path, { 'If-None-Match': etag })
    assert.equal(changed.status, 200)
    assert.equal(Number(eventsIn(await changed.text())[0]!.sequence), 1)
  })

  test('opens nothing once it is revoked or replaced', async ({ assert }) => {
    const world = await aMember()
    const [first, second] = [await aFeed(world), await aFeed(world)]
    assert.equal((await fetchFeed(first)).status, 404)
    assert.equal((await fetchFeed(second)).status, 200)
    const answer = await world.browser.post('/convocations/agenda/suppression')
    assert.equal(answer.status, 303)
    assert.include((await world.browser.follow(answer)).text, "L'adresse ne fonctionne plus")
    assert.equal((await fetchFeed(second)).status, 404)
  })

  const endings: [string, Record<string, unknown>][] = [
    ['is suspended', { suspended_at: '2026-11-24T08:00:00Z' }],
    ['is revoked', { revoked_at: '2026-11-24T08:00:00Z' }],
    ['ended yesterday', { ends_on: '2026-11-23' }],
  ]
  for (const [ending, change] of endings) {
    test(`opens nothing when the access ${ending}`, async ({ assert }) => {
      const world = await aMember()
      const reader = await createUser({ member: world.member, preset: 'lecture' })
      const path = await aFeed(world, await signedInAs(reader))
      assert.equal((await fetchFeed(path)).status, 200)
      await owner().from('accesses').where('user_id', reader.id).update(change)
      assert.equal((await fetchFeed(path)).status, 404)
    })
  }

  test('opens until the last day of the access', async ({ assert }) => {
    const world = await aMember()
    const reader = await createUser({ member: world.member, preset: 'lecture' })
    const path = await aFeed(world, await signedInAs(reader))
    await owner().from('accesses').where('user_id', reader.id).update({ ends_on: '2026-11-24' })
    assert.equal((await fetchFeed(path)).status, 200)
  })

  test('opens nothing without the right to read the visits', async ({ assert }) => {
    const world = await aMember()
    const reader = await createUser({ member: world.member, preset: 'lecture' })
    const path = await aFeed(world, await signedInAs(reader))
    await owner().rawQuery(`update accesses set rights = rights || '{"visits": "none"}' where user_id = ?`, [reader.id])
    assert.equal((await fetchFeed(path)).status, 404)
  })

  test('shows only the sites that the user sees, as soon as they are limited', async ({ assert }) => {
    const world = await aMember()
    const site = await createSite({ member: world.member })
    const here = await createEmployee({ member: world.member, site_id: site.id })
    await createVisit({ employee: here, startsAt })
    await createVisit({ employee: world.employee, startsAt: startsAt.plus({ days: 1 }) })
    const reader = await createUser({ member: world.member, preset: 'lecture' })
    const path = await aFeed(world, await signedInAs(reader))
    assert.lengthOf(eventsIn(await (await fetchFeed(path)).text()), 2)
    await owner().from('accesses').where('user_id', reader.id).update({ site_ids: [site.id] })
    assert.lengthOf(eventsIn(await (await fetchFeed(path)).text()), 1)
  })

  test('makes who tries many addresses wait, and writes none of them down', async ({ assert, cleanup }) => {
    const forget = () => owner().rawQuery('delete from throttles').then(() => {})
    await forget()
    cleanup(forget)
    const statuses: number[] = []
    for (let round = 0; round < 32; round++) statuses.push((await fetchFeed(`/agenda/a-token-that-is-nobodys-${round}`)).status)
    assert.equal(statuses[0], 404)
    assert.equal(statuses.at(-1), 429)
  })
})
