import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { now } from '#core/clock'
import { addPasskey } from '#identity/passkeys/add_passkey'
import { checkPasskey } from '#identity/passkeys/check_passkey'
import { relyingParty } from '#identity/passkeys/relying_party'
import { createPasskey, createUser, rowOf } from '#tests/support/factories'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const encoded = (value: Buffer | string) => Buffer.from(value).toString('base64url')

/** What an authenticator answers that made a key for this challenge (WebAuthn, attestation "none", ES256). */
function madeKey(challenge: string) {
  const { id: rpId, origin } = relyingParty()
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const point = (value: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(value, 'base64url')])
  const key = Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]), point(x!), Buffer.from([0x22]), point(y!)])
  const credentialId = randomBytes(16)
  const data = Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([0x45, 0, 0, 0, 0]), Buffer.alloc(16), Buffer.from([0, 16]), credentialId, key])
  const attestation = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), Buffer.from([0x58, data.length]), data])
  const client = JSON.stringify({ type: 'webauthn.create', challenge, origin, crossOrigin: false })
  const id = encoded(credentialId)
  const response = { clientDataJSON: encoded(client), attestationObject: encoded(attestation) }
  return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response }
}

export const KEY_CASES: Record<string, JournalCase> = {
  'passkey.added': async () => {
    const user = await createUser()
    const challenge = encoded(randomBytes(32))
    return () => addPasskey(user.id, { response: madeKey(challenge), challenge, name: 'Téléphone' }, now())
  },
  'passkey.refused': async () => {
    const { id: passkeyId } = await createPasskey({ user: await createUser() })
    const { credential_id: id } = await rowOf('passkeys', { id: passkeyId })
    const response = { clientDataJSON: '', authenticatorData: '', signature: '' }
    const unsigned = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response }
    return () => checkPasskey({ response: unsigned, challenge: encoded(randomBytes(32)), verified: true }, now())
  },
}
