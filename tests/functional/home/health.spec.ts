import { createServer as createHttp2 } from 'node:http2'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import temporal from '#config/temporal'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { PROBE_MS, WORKER_SILENT_SECONDS } from '#core/health/probes'
import { owner, rowsOf } from '#tests/support/factories/rows'
import { visitor } from '#tests/support/http'

type Cleanup = (close: () => Promise<void>) => void

async function listening(server: Server, cleanup: Cleanup) {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanup(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((closed) => server.close(closed))
  })
  return (server.address() as AddressInfo).port
}

/** Accepts connections and says nothing, as a process that hangs does. */
const silent = (cleanup: Cleanup) => listening(createServer(), cleanup)

const greeting = (words: string, cleanup: Cleanup) => listening(createServer((socket) => socket.write(words)), cleanup)

/** The frontend of a Temporal that says this of itself: 1 is "serving". */
function frontend(status: number, cleanup: Cleanup) {
  const server = createHttp2()
  server.on('stream', (stream, headers) => {
    const isHealth = headers[':path'] === '/grpc.health.v1.Health/Check'
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': isHealth ? '0' : '12' }))
    stream.end(isHealth ? Buffer.from([0, 0, 0, 0, 2, 0x08, status]) : undefined)
  })
  return listening(server as unknown as Server, cleanup)
}

async function closedPort() {
  let close = async () => {}
  const port = await silent((given) => (close = given))
  await close()
  return port
}

const workerSpoke = (secondsAgo: number) =>
  owner().rawQuery(
    'insert into worker_heartbeats values (?, now() - make_interval(secs => ?)) on conflict (task_queue) do update set at = excluded.at',
    [temporal.taskQueue, secondsAgo]
  )

test.group('Health', (group) => {
  const kept = { temporal: env.get('TEMPORAL_ADDRESS'), smtp: env.get('SMTP_URL') }

  group.each.setup(async () => {
    await workerSpoke(1)
  })
  group.each.teardown(() => {
    env.set('TEMPORAL_ADDRESS', kept.temporal)
    env.set('SMTP_URL', kept.smtp)
  })

  async function parts(ports: { temporal: number; mail: number }) {
    env.set('TEMPORAL_ADDRESS', `127.0.0.1:${ports.temporal}`)
    env.set('SMTP_URL', `smtp://127.0.0.1:${ports.mail}`)
    const page = await visitor().get('/health/ready')
    return { status: page.status, type: page.headers.get('content-type'), body: JSON.parse(page.html) }
  }

  const allWell = async (cleanup: Cleanup) => ({ temporal: await frontend(1, cleanup), mail: await greeting('220 ready\r\n', cleanup) })

  test('the process says that it lives', async ({ assert }) => {
    const page = await visitor().get('/health/live')
    assert.equal(page.status, 200)
    assert.deepEqual(JSON.parse(page.html), { status: 'ok' })
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
  })

  test('it is ready when the database answers, Temporal serves, the mail server greets and the worker lives', async ({ assert, cleanup }) => {
    const { status, type, body } = await parts(await allWell(cleanup))
    assert.equal(status, 200)
    assert.match(type!, /^application\/json/)
    assert.deepEqual(body, { status: 'ok', parts: { postgresql: 'ok', temporal: 'ok', mail: 'ok', worker: 'ok' } })
  })

  test('it says that Temporal is down: gone, hung or not serving', async ({ assert, cleanup }) => {
    const { mail } = await allWell(cleanup)
    for (const port of [await closedPort(), await silent(cleanup), await frontend(2, cleanup)]) {
      const { status, body } = await parts({ temporal: port, mail })
      assert.equal(status, 503)
      assert.deepEqual(body, { status: 'down', parts: { postgresql: 'ok', temporal: 'down', mail: 'ok', worker: 'ok' } })
    }
  })

  test('it says that the mail server is down: gone, hung or turning away', async ({ assert, cleanup }) => {
    const { temporal: well } = await allWell(cleanup)
    for (const port of [await closedPort(), await silent(cleanup), await greeting('421 busy\r\n', cleanup)]) {
      const { status, body } = await parts({ temporal: well, mail: port })
      assert.equal(status, 503)
      assert.deepEqual(body.parts, { postgresql: 'ok', temporal: 'ok', mail: 'down', worker: 'ok' })
    }
  })

  test('it says that the worker is dead once it has been silent too long, not before', async ({ assert, cleanup }) => {
    const ports = await allWell(cleanup)
    await workerSpoke(WORKER_SILENT_SECONDS - 5)
    assert.equal((await parts(ports)).status, 200)
    await workerSpoke(WORKER_SILENT_SECONDS + 1)
    const { status, body } = await parts(ports)
    assert.equal(status, 503)
    assert.deepEqual(body.parts, { postgresql: 'ok', temporal: 'ok', mail: 'ok', worker: 'down' })
  })

  test('it says that the database is down, in little more than the second it waits for', async ({ assert, cleanup }) => {
    const ports = await allWell(cleanup)
    // Whoever holds every connection of the pool makes the database unreachable to this process.
    const { config, connection } = db.manager.get(db.primaryConnectionName)!
    const pool = connection!.pool!
    const held = await Promise.all(Array.from({ length: config.pool!.max! }, () => pool.acquire().promise))
    const before = performance.now()
    const { status, body } = await parts(ports)
    for (const one of held) pool.release(one)

    assert.equal(status, 503)
    assert.deepEqual(body.parts, { postgresql: 'down', temporal: 'ok', mail: 'ok', worker: 'down' })
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
