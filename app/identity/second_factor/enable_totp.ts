import type { DateTime } from 'luxon'
import { asHolder, recordOf, tableOf, type Holder } from '#identity/second_factor/holder'
import { countRecoveryCodes, replaceRecoveryCodes } from '#identity/second_factor/recovery_codes'
import { noticeSecurity } from '#identity/second_factor/security_notices'
import { stepOfCode } from '#identity/second_factor/totp'
import { ok, refuse, type Result } from '#shared/result'

type Setup = {
  sealedSecret: string
  code: string
  /** A first enrolment opens no way to replace what somebody set up meanwhile. */
  firstOnly?: boolean
}

/** Turns an application on once it gave a code, in the place of the one before; with it recovery codes where there are none, in clear. */
export async function enableTotp(
  holder: Holder,
  { sealedSecret, code, firstOnly = false }: Setup,
  now: DateTime
): Promise<Result<{ codes: string[] | null }, { type: 'wrong_code' } | { type: 'already_on' }>> {
  const step = stepOfCode(sealedSecret, code, now)
  if (step === null) return refuse({ type: 'wrong_code' })
  return asHolder(holder, async (trx) => {
    const before = await trx.from(tableOf(holder)).select('totp_secret').where('id', holder.id).forUpdate().first()
    if (firstOnly && before.totp_secret !== null) return refuse({ type: 'already_on' })
    await trx
      .from(tableOf(holder))
      .where('id', holder.id)
      .update({ totp_secret: sealedSecret, totp_last_step: step, code_failures: 0, code_failed_at: null })
    await recordOf(trx, holder, 'enabled')
    await noticeSecurity(trx, holder, before.totp_secret === null ? 'second_factor_on' : 'second_factor_changed', now)
    if ((await countRecoveryCodes(trx, holder)) > 0) return ok({ codes: null })
    await recordOf(trx, holder, 'recovery_codes_made')
    return ok({ codes: await replaceRecoveryCodes(trx, holder, now) })
  })
}
