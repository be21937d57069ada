import { record } from '#core/journal'
import { asStaff } from '#core/tenants'
import { hashPassword, needsRehash, verifyPassword } from '#identity/password_hashing'
import { findStaffSignIn } from '#identity/staff/queries/find_staff_sign_in'
import { ok, refuse, type Result } from '#shared/result'

/**
 * First factor. An unknown e-mail, a closed account and a wrong password cost the same and answer the same.
 * The hash is computed outside the transactions: it may wait for its turn.
 */
export async function checkStaffPassword(
  { email, password }: { email: string; password: string }
): Promise<Result<{ staffId: string }, { type: 'unknown' }>> {
  const found = await asStaff((trx) => findStaffSignIn(trx, email))
  const matches = await verifyPassword(found?.passwordHash ?? null, password)
  if (found?.active && matches) {
    if (needsRehash(found.passwordHash)) await storeHash(found.id, await hashPassword(password))
    return ok({ staffId: found.id })
  }
  await asStaff((trx) =>
    record(trx, { actor: { kind: 'nobody' }, event: 'staff.sign_in_refused', ...(found && { subjectId: found.id }) })
  )
  return refuse({ type: 'unknown' })
}

function storeHash(staffId: string, passwordHash: string) {
  return asStaff((trx) => trx.from('staff_users').where('id', staffId).update({ password_hash: passwordHash }))
}
