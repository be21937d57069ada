import { Busy } from '#core/exceptions/refusals'
import { asUser } from '#core/tenants'
import { hashPassword, needsRehash } from '#identity/password_hashing'

type Known = { userId: string; passwordHash: string; password: string }

/**
 * A hash of former settings is made anew while the password is known: outside the transaction, since it may wait for its
 * turn, and never over a password that was changed meanwhile.
 */
export async function rehash({ userId, passwordHash, password }: Known) {
  const fresh = await freshHash(passwordHash, password)
  if (fresh) await asUser(userId, (trx) => trx.rawQuery('select refresh_password_hash(?, ?)', [passwordHash, fresh]))
}

/** The hash that today's settings make; null when the stored one is such, or in a rush: the next sign-in will do. */
export async function freshHash(passwordHash: string, password: string): Promise<string | null> {
  if (!needsRehash(passwordHash)) return null
  return hashPassword(password).catch((error) => {
    if (error instanceof Busy) return null
    throw error
  })
}
