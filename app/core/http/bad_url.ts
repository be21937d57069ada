import type { IncomingMessage, ServerResponse } from 'node:http'
import edge from 'edge.js'
import env from '#start/env'
import { SECURITY_HEADERS } from '#core/middleware/security_headers_middleware'

/** An address that cannot be decoded reaches no middleware: the page and the headers of every other refusal all the same. */
export function refuseBadUrl(_: IncomingMessage, response: ServerResponse) {
  const backOffice = env.get('APP_PROCESS') === 'back_office'
  edge
    .render('errors/400', { backOffice })
    .catch(() => '')
    .then((html) => response.writeHead(400, { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' }).end(html))
}
