import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { PROBE_MS } from '#core/health/probes'
import { rowsOf } from '#tests/support/factories/rows'
import { visitor } from '#tests/support/http'

async function listening() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => new Promise<void>((done) => server.close(() => done())) }
}

async function closedPort() {
  const { port, close } = await listening()
  await close()
  return port
}

test.group('Health', (group) => {
  const kept = { temporal: env.get('TEMPORAL_ADDRESS'), smtp: env.get('SMTP_URL') }

  group.each.teardown(() => {
    env.set('TEMPORAL_ADDRESS', kept.temporal)
    env.set('SMTP_URL', kept.smtp)
  })

  async function parts({ temporal, mail }: { temporal: number; mail: number }) {
    env.set('TEMPORAL_ADDRESS', `127.0.0.1:${temporal}`)
    env.set('SMTP_URL', `smtp://127.0.0.1:${mail}`)
    const page = await visitor().get('/health/ready')
    return { status: page.status, type: page.headers.get('content-type'), body: JSON.parse(page.html) }
  }

  test('the process says that it lives', async ({ assert }) => {
    const page = await visitor().get('/health/live')
    assert.equal(page.status, 200)
    assert.deepEqual(JSON.parse(page.html), { status: 'ok' })
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
  })

  test('it is ready when the database, Temporal and the mail server answer', async ({ assert, cleanup }) => {
    const server = await listening()
    cleanup(server.close)
    const { status, type, body } = await parts({ temporal: server.port, mail: server.port })
    assert.equal(status, 200)
    assert.match(type!, /^application\/json/)
    assert.deepEqual(body, { status: 'ok', parts: { postgresql: 'ok', temporal: 'ok', mail: 'ok' } })
  })

  test('it says which part is down', async ({ assert, cleanup }) => {
    const server = await listening()
    cleanup(server.close)
    const withoutTemporal = await parts({ temporal: await closedPort(), mail: server.port })
    assert.equal(withoutTemporal.status, 503)
    assert.deepEqual(withoutTemporal.body, { status: 'down', parts: { postgresql: 'ok', temporal: 'down', mail: 'ok' } })

    const withoutMail = await parts({ temporal: server.port, mail: await closedPort() })
    assert.equal(withoutMail.status, 503)
    assert.deepEqual(withoutMail.body.parts, { postgresql: 'ok', temporal: 'ok', mail: 'down' })
  })

  test('it says that the database is down, in little more than the second it waits for', async ({ assert, cleanup }) => {
    const server = await listening()
    cleanup(server.close)
    // Whoever holds every connection of the pool makes the database unreachable to this process.
    const { config, connection } = db.manager.get(db.primaryConnectionName)!
    const pool = connection!.pool!
    const held = await Promise.all(Array.from({ length: config.pool!.max! }, () => pool.acquire().promise))
    const before = performance.now()
    const { status, body } = await parts({ temporal: server.port, mail: server.port })
    for (const one of held) pool.release(one)

    assert.equal(status, 503)
    assert.deepEqual(body.parts, { postgresql: 'down', temporal: 'ok', mail: 'ok' })
    assert.isBelow(performance.now() - before, 2 * PROBE_MS)
    const live = await visitor().get('/health/live')
    assert.equal(live.status, 200)
  })

  test('asking leaves no session behind', async ({ assert }) => {
    const before = (await rowsOf('sessions')).length
    const page = await visitor().get('/health/live')
    assert.isEmpty(page.headers.getSetCookie())
    assert.lengthOf(await rowsOf('sessions'), before)
  })
})
