import { createServer, type Server } from 'node:http'
import env from '#start/env'
import testUtils from '@adonisjs/core/services/test_utils'
import { freePort } from '#tests/support/free_port'

export const portalUrl = () => env.get('APP_URL')

/** A port of its own, known before anything builds an address. */
export async function listenOn() {
  const port = await freePort()
  env.set('HOST', '127.0.0.1')
  env.set('PORT', port)
  env.set('APP_URL', `http://127.0.0.1:${port}`)
}

/** The portal of this very process, so that tests can move its clock and read its database. */
export async function servePortal() {
  let server: Server
  const close = await testUtils.httpServer().start((handler) => (server = createServer(handler)))
  return async () => {
    const closed = close()
    // Connections kept alive by clients would hold the server open.
    server.closeAllConnections()
    await closed
  }
}
