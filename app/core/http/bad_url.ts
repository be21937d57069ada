import type { IncomingMessage, ServerResponse } from 'node:http'
import edge from 'edge.js'
import { SECURITY_HEADERS } from '#core/middleware/security_headers_middleware'

/** An address that cannot be decoded reaches no middleware: the page and the headers of every other refusal all the same. */
export function refuseBadUrl({ url }: IncomingMessage, response: ServerResponse) {
  const backOffice = url?.startsWith('/admin')
  edge
    .render('errors/400', { backOffice })
    .catch(() => '')
    .then((html) => response.writeHead(400, { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' }).end(html))
}
