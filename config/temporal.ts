import { readFileSync } from 'node:fs'
import env from '#start/env'

const fileOf = (name: 'TEMPORAL_TLS_CA' | 'TEMPORAL_TLS_CERT' | 'TEMPORAL_TLS_KEY') => {
  const path = env.get(name)
  return path ? readFileSync(path) : undefined
}

const [ca, crt, key] = [fileOf('TEMPORAL_TLS_CA'), fileOf('TEMPORAL_TLS_CERT'), fileOf('TEMPORAL_TLS_KEY')]
const isAsked = env.get('TEMPORAL_TLS', false)
if (!isAsked && (ca || crt || key)) throw new Error('TEMPORAL_TLS must be true for the TEMPORAL_TLS_* files to serve')
if (Boolean(crt) !== Boolean(key)) throw new Error('TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together')

const temporal = {
  namespace: env.get('TEMPORAL_NAMESPACE', 'default'),
  taskQueue: env.get('TEMPORAL_TASK_QUEUE', 'ostra'),
  /** Whom we trust (the system's authorities when no file says), who we are (when the server wants to know), the server's name if not its host. */
  tls: isAsked ? { ca, crt, key, serverName: env.get('TEMPORAL_TLS_SERVER_NAME') } : null,
}

export default temporal
