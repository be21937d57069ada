import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const draw = () => randomBytes(32).toString('base64url')

/** Keys and database passwords, made once and kept for their owner's eyes only. */
export function readSecrets(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const secrets = {
    appKey: draw(),
    payloadKey: randomBytes(32).toString('base64'),
    database: { superuser: draw(), owner: draw(), portal: draw(), staff: draw() },
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}
