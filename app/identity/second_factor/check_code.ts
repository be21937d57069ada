import type { DateTime } from 'luxon'
import { maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { failuresThatCount, takesCode, type CodeFailures } from '#identity/rules/code_attempts'
import { readRecoveryCode } from '#identity/rules/recovery_codes'
import { asHolder, recordOf, tableOf, type Holder } from '#identity/second_factor/holder'
import { countRecoveryCodes, spendRecoveryCode } from '#identity/second_factor/recovery_codes'
import { noticeSecurity } from '#identity/second_factor/security_notices'
import { stepOfCode } from '#identity/second_factor/totp'
import { ok, refuse, type Result } from '#shared/result'

export type CodeRefusal = { type: 'wrong_code' } | { type: 'too_many_codes' } | { type: 'unknown' }
/** By which of the two, and with a recovery code how many are left. */
export type AcceptedCode = { by: 'totp' } | { by: 'recovery_code'; left: number }

type Account = { totpSecret: string | null; failures: CodeFailures }

/**
 * Second factor: a code of the application, or a recovery code. The row's lock puts two attempts one after the other:
 * neither can be tried more often than counted, nor be accepted twice. `elsewhere`: the tries are counted by the caller.
 */
export async function checkCode(holder: Holder, code: string, now: DateTime, counted: 'here' | 'elsewhere' = 'here'): Promise<Result<AcceptedCode, CodeRefusal>> {
  return asHolder(holder, async (trx) => {
    const account = await lockAccount(trx, holder)
    if (!account) return refuse({ type: 'unknown' })
    if (counted === 'here' && !takesCode(account.failures, now)) return refuse({ type: 'too_many_codes' })

    const accepted = (await acceptTotp(trx, holder, account, code, now)) ?? (await acceptRecoveryCode(trx, holder, code, now))
    if (accepted) {
      await trx.from(tableOf(holder)).where('id', holder.id).update({ code_failures: 0, code_failed_at: null })
      return ok(accepted)
    }
    if (counted === 'here') await countFailure(trx, holder, failuresThatCount(account.failures, now) + 1, now)
    await recordOf(trx, holder, 'refused')
    return refuse({ type: 'wrong_code' })
  })
}

async function lockAccount(trx: Trx, holder: Holder): Promise<Account | null> {
  const row = await trx
    .from(tableOf(holder))
    .select('totp_secret', 'code_failures', 'code_failed_at')
    .where({ id: holder.id, ...(holder.kind === 'staff' && { active: true }) })
    .forUpdate()
    .first()
  return row && { totpSecret: row.totp_secret, failures: { count: row.code_failures, lastAt: maybeInstant(row.code_failed_at) } }
}

/** A step is accepted once, and none before it any more: whoever saw the code over a shoulder comes too late. */
async function acceptTotp(trx: Trx, holder: Holder, { totpSecret }: Account, code: string, now: DateTime): Promise<AcceptedCode | null> {
  const step = totpSecret && stepOfCode(totpSecret, code, now)
  if (!step) return null
  const used = await trx
    .from(tableOf(holder))
    .where('id', holder.id)
    .where((query) => query.whereNull('totp_last_step').orWhere('totp_last_step', '<', step))
    .update({ totp_last_step: step }, ['id'])
  return used.length === 1 ? { by: 'totp' } : null
}

async function acceptRecoveryCode(trx: Trx, holder: Holder, typed: string, now: DateTime): Promise<AcceptedCode | null> {
  const code = readRecoveryCode(typed)
  if (!code || !(await spendRecoveryCode(trx, holder, code, now))) return null
  await recordOf(trx, holder, 'recovery_code_used')
  await noticeSecurity(trx, holder, 'recovery_code_used', now)
  return { by: 'recovery_code', left: await countRecoveryCodes(trx, holder) }
}

async function countFailure(trx: Trx, holder: Holder, count: number, now: DateTime) {
  await trx.from(tableOf(holder)).where('id', holder.id).update({ code_failures: count, code_failed_at: now.toISO() })
}
