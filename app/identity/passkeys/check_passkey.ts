import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server'
import { isoBase64URL } from '@simplewebauthn/server/helpers'
import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { relyingParty } from '#identity/passkeys/relying_party'
import { ok, refuse, type Result } from '#shared/result'

type Stored = { id: string; user_id: string; public_key: string; counter: string; transports: string[] }

type Asked = {
  response: AuthenticationResponseJSON
  challenge: string | null
  /** Whose key it must be; anybody's when it stands for the whole sign-in. */
  userId?: string
  /** Whether the key must have known its holder: always when it stands alone. */
  verified: boolean
}

/** Whose key signed this challenge. A key whose counter went back was copied: refused, like one that is unknown. */
export async function checkPasskey(
  { response, challenge, userId, verified }: Asked,
  now: DateTime
): Promise<Result<{ userId: string }, { type: 'refused' }>> {
  const key = await findPasskey(response.id)
  const ofSomebodyElse = key && userId !== undefined && key.user_id !== userId
  const counter = key && challenge && !ofSomebodyElse ? await signedCounter(response, challenge, key, verified) : null
  if (key && counter !== null && (await useKey(key, counter, now))) return ok({ userId: key.user_id })

  const subjectId = userId ?? key?.user_id
  // A key that is nobody's concerns no account: anybody could fill the journal with those.
  if (subjectId) await asUser(subjectId, (trx) => record(trx, { actor: { kind: 'nobody' }, event: 'passkey.refused', subjectId }))
  return refuse({ type: 'refused' })
}

async function findPasskey(credentialId: string): Promise<Stored | null> {
  const { rows } = await db.connection('portal').rawQuery('select * from find_passkey(?)', [credentialId])
  return rows[0] ?? null
}

/** The counter that the key reports, null when its signature does not hold. */
async function signedCounter(response: AuthenticationResponseJSON, challenge: string, key: Stored, verified: boolean) {
  const { id, origin } = relyingParty()
  const credential = { id: response.id, publicKey: isoBase64URL.toBuffer(key.public_key), counter: Number(key.counter) }
  try {
    const checked = await verifyAuthenticationResponse({
      ...{ response, credential, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id },
      requireUserVerification: verified,
    })
    return checked.verified ? checked.authenticationInfo.newCounter : null
  } catch {
    // The library throws for whatever it cannot read or does not accept.
    return null
  }
}

/** Keys that count never give a counter twice; those that do not count always say 0. */
function useKey({ id, user_id: userId }: Stored, counter: number, now: DateTime) {
  return asUser(userId, async (trx) => {
    const used = await trx
      .from('passkeys')
      .where('id', id)
      .where((query) => query.where('counter', '<', counter).orWhereRaw('counter = 0 and ? = 0', [counter]))
      .update({ counter, used_at: now.toISO() }, ['id'])
    return used.length === 1
  })
}
