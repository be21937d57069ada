import { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asStaff, type Trx } from '#core/tenants'
import type { StaffUser } from '#identity/auth/staff_user_provider'
import { failuresThatCount, takesCode, type CodeFailures } from '#identity/rules/code_attempts'
import { stepOfCode } from '#identity/staff/totp'
import { ok, refuse, type Result } from '#shared/result'

export type CodeRefusal = { type: 'wrong_code' } | { type: 'too_many_codes' } | { type: 'unknown' }

/**
 * Second factor. The row's lock puts two attempts one after the other: neither can be tried more often than
 * counted, nor be accepted twice.
 */
export async function checkStaffCode(
  { staffId, code }: { staffId: string; code: string },
  now: DateTime
): Promise<Result<StaffUser, CodeRefusal>> {
  return asStaff(async (trx) => {
    const account = await lockAccount(trx, staffId)
    if (!account) return refuse({ type: 'unknown' })
    if (!takesCode(account.failures, now)) return refuse({ type: 'too_many_codes' })

    const step = stepOfCode(account.totpSecret, code, now)
    if (step !== null && (await useStep(trx, staffId, step))) {
      await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'staff.signed_in', subjectId: staffId })
      return ok(account.user)
    }
    await countFailure(trx, staffId, failuresThatCount(account.failures, now) + 1, now)
    return refuse({ type: 'wrong_code' })
  })
}

async function lockAccount(trx: Trx, staffId: string) {
  const row = await trx.from('staff_users').where({ id: staffId, active: true }).forUpdate().first()
  if (!row) return null
  const lastAt = row.code_failed_at ? DateTime.fromJSDate(row.code_failed_at) : null
  const user: StaffUser = { id: row.id, name: row.full_name, email: row.email, role: row.role }
  const failures: CodeFailures = { count: row.code_failures, lastAt }
  return { user, totpSecret: row.totp_secret as string, failures }
}

/** A step is accepted once, and none before it any more: whoever saw the code over a shoulder comes too late. */
async function useStep(trx: Trx, staffId: string, step: number) {
  const { rowCount } = await trx.rawQuery(
    `update staff_users set totp_last_step = ?, code_failures = 0, code_failed_at = null
     where id = ? and (totp_last_step is null or totp_last_step < ?)`,
    [step, staffId, step]
  )
  return rowCount === 1
}

async function countFailure(trx: Trx, staffId: string, count: number, now: DateTime) {
  await trx.from('staff_users').where('id', staffId).update({ code_failures: count, code_failed_at: now.toISO() })
  await record(trx, { actor: { kind: 'nobody' }, event: 'staff.code_refused', subjectId: staffId })
}
