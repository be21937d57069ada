import { once } from 'node:events'
import env from '#start/env'
import pg from 'pg'

/** Rings at each commit that wrote to the outbox, on a connection of its own; throws when that connection is lost. */
export async function listenToOutbox(ring: () => void, stop: AbortSignal) {
  const client = new pg.Client({ connectionString: env.get('STAFF_DATABASE_URL'), application_name: 'ostra_relay', keepAlive: true })
  const lost = once(client, 'error').then(([error]) => Promise.reject(error))
  lost.catch(() => {})
  try {
    await client.connect()
    client.on('notification', ring)
    await client.query('listen outbox')
    // What was written while nobody listened.
    ring()
    await Promise.race([lost, once(client, 'end'), once(stop, 'abort')])
    if (!stop.aborted) throw new Error('The connection that listens to the outbox has ended')
  } finally {
    await client.end().catch(() => {})
  }
}
