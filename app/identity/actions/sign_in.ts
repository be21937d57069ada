import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { findSignIn } from '#identity/queries/find_sign_in'
import { hashPassword, needsRehash, verifyPassword } from '#identity/password_hashing'
import { ok, refuse, type Result } from '#shared/result'

/**
 * Who signs in with this identifier and password. Unknown account, account without a password and wrong
 * password cost the same and answer the same: a 7-digit number can be enumerated.
 */
export async function signIn({
  identifier,
  password,
}: {
  identifier: string
  password: string
}): Promise<Result<{ userId: string }, { type: 'unknown' }>> {
  const found = await findSignIn(identifier)
  const matches = await verifyPassword(found?.passwordHash ?? null, password)
  const userId = found?.userId ?? ''
  await asUser(userId, async (trx) => {
    if (!matches) await record(trx, { actor: { kind: 'nobody' }, event: 'session.refused', ...(found && { subjectId: userId }) })
    if (matches && needsRehash(found!.passwordHash!)) {
      await trx.from('users').where('id', userId).update({ password_hash: await hashPassword(password) })
    }
  })
  return matches ? ok({ userId }) : refuse({ type: 'unknown' })
}
