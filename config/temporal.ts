import { readFileSync } from 'node:fs'
import env from '#start/env'

type TlsValues = { asked?: boolean; ca?: string; cert?: string; key?: string; serverName?: string }

/** Whom we trust (the system's authorities when no file says), who we are (when the server wants to know), the server's name if not its host's. */
export function readTls({ asked, ca, cert, key, serverName }: TlsValues) {
  if (!asked && (ca || cert || key)) throw new Error('TEMPORAL_TLS must be true for the TEMPORAL_TLS_* files to serve')
  if (Boolean(cert) !== Boolean(key)) throw new Error('TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together')
  const read = (path?: string) => (path ? readFileSync(path) : undefined)
  return asked ? { ca: read(ca), crt: read(cert), key: read(key), serverName } : null
}

const temporal = {
  namespace: env.get('TEMPORAL_NAMESPACE', 'default'),
  taskQueue: env.get('TEMPORAL_TASK_QUEUE', 'ostra'),
  tls: readTls({
    asked: env.get('TEMPORAL_TLS'),
    ca: env.get('TEMPORAL_TLS_CA'),
    cert: env.get('TEMPORAL_TLS_CERT'),
    key: env.get('TEMPORAL_TLS_KEY'),
    serverName: env.get('TEMPORAL_TLS_SERVER_NAME'),
  }),
}

export default temporal
