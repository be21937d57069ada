import { verifyRegistrationResponse, type RegistrationResponseJSON, type WebAuthnCredential } from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { noticeSecurity } from '#identity/second_factor/security_notices'
import { relyingParty } from '#identity/passkeys/relying_party'
import { ok, refuse, type Result } from '#shared/result'

type Made = { response: RegistrationResponseJSON; challenge: string | null; name: string }

/** Adds the key that a browser made for this challenge. */
export async function addPasskey(userId: string, { response, challenge, name }: Made, now: DateTime): Promise<Result<null, { type: 'refused' }>> {
  const credential = challenge && (await madeCredential(response, challenge))
  if (!credential) return refuse({ type: 'refused' })
  return asUser(userId, async (trx) => {
    const { rowCount } = await trx.rawQuery(
      `insert into passkeys (user_id, credential_id, public_key, counter, transports, name, added_at)
       values (?, ?, ?, ?, string_to_array(?, ','), ?, ?) on conflict (credential_id) do nothing`,
      [
        ...[userId, credential.id, isoBase64URL.fromBuffer(credential.publicKey), credential.counter],
        ...[(credential.transports ?? []).join(','), name, now.toISO()!],
      ]
    )
    if (rowCount === 0) return refuse({ type: 'refused' })
    await record(trx, { actor: { kind: 'user', id: userId }, event: 'passkey.added', subjectId: userId })
    await noticeSecurity(trx, { kind: 'user', id: userId }, 'passkey_added', now)
    return ok(null)
  })
}

async function madeCredential(response: RegistrationResponseJSON, challenge: string): Promise<WebAuthnCredential | null> {
  const { id, origin } = relyingParty()
  try {
    const made = await verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id })
    return made.verified ? made.registrationInfo.credential : null
  } catch {
    // The library throws for whatever it cannot read or does not accept.
    return null
  }
}
