import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asStaff } from '#core/tenants'
import { verifyPassword } from '#identity/password_hashing'
import { rehashStaff } from '#identity/staff/actions/rehash_staff'
import { findStaffSignIn } from '#identity/staff/queries/find_staff_sign_in'
import { signInBudgets } from '#identity/throttling/sign_in_budgets'
import type { Wait } from '#identity/throttling/tries'
import { withTries } from '#identity/throttling/with_tries'
import { ok, refuse, type Result } from '#shared/result'

export type StaffTry = { email: string; password: string; device: string | null; address: string }

/**
 * First factor. An unknown e-mail, a closed account and a wrong password cost the same and answer the same.
 * The hash is computed outside the transactions: it may wait for its turn.
 */
export async function checkStaffPassword(
  { email, password, device, address }: StaffTry,
  now: DateTime
): Promise<Result<{ staffId: string; enrolled: boolean }, { type: 'unknown' } | Wait>> {
  const { account, knownDevice } = await asStaff((trx) => findStaffSignIn(trx, { email, device }, now))
  const budgets = signInBudgets({ account: `staff:${account?.id ?? email.toLowerCase()}`, device: knownDevice ? device : null, address })
  const right = async () => (await verifyPassword(account?.passwordHash ?? null, password)) && account!.active
  const tried = await withTries(budgets, right, now)
  if (tried.ok && tried.value) {
    await rehashStaff(account!, password)
    return ok({ staffId: account!.id, enrolled: account!.enrolled })
  }
  if (tried.ok || tried.error.isFirst) await noteRefusal(tried.ok ? 'staff.sign_in_refused' : 'staff.sign_in_throttled', account?.id)
  return tried.ok ? refuse({ type: 'unknown' }) : tried
}

function noteRefusal(event: 'staff.sign_in_refused' | 'staff.sign_in_throttled', staffId?: string) {
  return asStaff((trx) => record(trx, { actor: { kind: 'nobody' }, event, ...(staffId && { subjectId: staffId }) }))
}
