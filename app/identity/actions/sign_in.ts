import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { rehash } from '#identity/actions/rehash'
import { findSignIn } from '#identity/queries/find_sign_in'
import { verifyPassword } from '#identity/password_hashing'
import { signInBudgets } from '#identity/throttling/sign_in_budgets'
import { withTries } from '#identity/throttling/with_tries'
import type { Wait } from '#identity/throttling/tries'
import { ok, refuse, type Result } from '#shared/result'

/** `device` is the hash of the device's cookie, `address` where the request comes from. */
export type SignInTry = { identifier: string; password: string; device: string | null; address: string }

/**
 * Who signs in with this identifier and password. Unknown account, account without a password and wrong
 * password cost the same and answer the same: a 7-digit number can be enumerated.
 */
export async function signIn(
  { identifier, password, device, address }: SignInTry,
  now: DateTime
): Promise<Result<{ userId: string; knownDevice: boolean }, { type: 'unknown' } | Wait>> {
  const { userId, passwordHash, knownDevice } = await findSignIn(identifier, device, now)
  const budgets = signInBudgets({ account: userId ?? identifier, device: knownDevice ? device : null, address })
  const tried = await withTries(budgets, () => verifyPassword(passwordHash, password), now)
  if (tried.ok && tried.value) {
    await rehash({ userId: userId!, passwordHash: passwordHash!, password })
    return ok({ userId: userId!, knownDevice })
  }
  if (tried.ok || tried.error.isFirst) await noteRefusal(tried.ok ? 'session.refused' : 'session.throttled', userId)
  return tried.ok ? refuse({ type: 'unknown' }) : tried
}

function noteRefusal(event: 'session.refused' | 'session.throttled', userId: string | null) {
  return asUser(userId ?? '', (trx) => record(trx, { actor: { kind: 'nobody' }, event, ...(userId && { subjectId: userId }) }))
}
