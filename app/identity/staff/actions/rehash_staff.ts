import { asStaff } from '#core/tenants'
import { freshHash } from '#identity/actions/rehash'

/** As for a user: a hash of former settings is made anew while the password is known. */
export async function rehashStaff({ id, passwordHash }: { id: string; passwordHash: string }, password: string) {
  const fresh = await freshHash(passwordHash, password)
  if (fresh) await asStaff((trx) => trx.from('staff_users').where({ id, password_hash: passwordHash }).update({ password_hash: fresh }))
}
