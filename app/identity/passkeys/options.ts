import { generateAuthenticationOptions, generateRegistrationOptions, type AuthenticatorTransport } from '@simplewebauthn/server'
import { isoUint8Array } from '@simplewebauthn/server/helpers'
import { listPasskeys } from '#identity/passkeys/list_passkeys'
import { relyingParty } from '#identity/passkeys/relying_party'
import type { Trx } from '#core/tenants'

/** What a browser needs to make a key: one that finds its user by itself and asks for a finger, a face or a PIN. */
export async function creationOptions(trx: Trx, user: { id: string; email: string; name: string }) {
  const { id, name } = relyingParty()
  const known = await listPasskeys(trx, user.id)
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: isoUint8Array.fromUTF8String(user.id),
    userName: user.email,
    userDisplayName: user.name,
    excludeCredentials: known.map(asCredential),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What a browser needs to sign with a key that it finds by itself. */
export const anyKeyOptions = () => generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: 'required' })

/** What a browser needs to sign with one of a user's keys. The password was given: a touch is enough. */
export async function keyOfUserOptions(trx: Trx, userId: string) {
  const known = await listPasskeys(trx, userId)
  return generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: 'preferred', allowCredentials: known.map(asCredential) })
}

const asCredential = ({ credentialId, transports }: { credentialId: string; transports: string[] }) => ({
  id: credentialId,
  transports: transports as AuthenticatorTransport[],
})
