import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'

/** `knownDevice`: this user signed in before on the device that is tried on. */
export type SignInFacts = { userId: string | null; passwordHash: string | null; knownDevice: boolean }

/** What a sign-in may know of a member number (its holder) or an e-mail, before anybody is signed in. */
export async function findSignIn(identifier: string, device: string | null, now: DateTime): Promise<SignInFacts> {
  const values = [identifier, device, now.toISO()] as string[]
  const { rows } = await db.connection('portal').rawQuery('select * from find_sign_in_on_device(?, ?, ?)', values)
  const { user_id: userId, password_hash: passwordHash, known_device: knownDevice } = rows[0]
  return { userId, passwordHash, knownDevice }
}
