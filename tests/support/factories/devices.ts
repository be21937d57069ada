import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { MessageBuilder } from '@adonisjs/core/helpers'
import { insert } from '#tests/support/factories/rows'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

type Sent = { user: { id: string }; userAgent?: string; seenAt?: DateTime; signedInAt?: DateTime }

/** A session of a user on another device, whose cookie nobody has. */
export async function createDevice({ user, userAgent = FIREFOX, signedInAt = DateTime.utc(), seenAt = signedInAt }: Sent): Promise<{ id: string; sessionId: string }> {
  const id = randomUUID()
  const values = { auth_web: user.id, started_at: signedInAt.toMillis(), seen_at: seenAt.toMillis(), user_agent: userAgent }
  const data = new MessageBuilder().build(values, undefined, id)
  const row = await insert('sessions', { id, user_id: user.id, data, expires_at: seenAt.plus({ minutes: 30 }) })
  return { id: row.handle, sessionId: id }
}

/** A key that nobody holds: it can be listed and removed, never used. */
export function createPasskey({ user, name = 'Ordinateur du bureau' }: { user: { id: string }; name?: string }): Promise<{ id: string }> {
  return insert('passkeys', { user_id: user.id, credential_id: randomUUID(), public_key: 'AA', counter: 0, name, added_at: DateTime.utc() })
}
