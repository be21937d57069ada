import { createHash, randomBytes } from 'node:crypto'

/** A 256-bit secret for a link. Only its hash is stored. */
export const mintToken = () => randomBytes(32).toString('base64url')

/** SHA-256 in hexadecimal: enough for a secret that nobody can guess. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')
