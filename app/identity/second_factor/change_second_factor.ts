import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { findFactors } from '#identity/second_factor/factors'
import { asHolder, recordOf, type Holder } from '#identity/second_factor/holder'
import { countRecoveryCodes, dropRecoveryCodes, replaceRecoveryCodes } from '#identity/second_factor/recovery_codes'
import { noticeSecurity } from '#identity/second_factor/security_notices'
import { ok, refuse, type Result } from '#shared/result'

/** New recovery codes, in clear; those before serve no more. */
export async function renewRecoveryCodes(holder: Holder, now: DateTime): Promise<string[]> {
  return asHolder(holder, async (trx) => {
    const codes = await replaceRecoveryCodes(trx, holder, now)
    await recordOf(trx, holder, 'recovery_codes_made')
    await noticeSecurity(trx, holder, 'recovery_codes_made', now)
    return codes
  })
}

/** From now on a key is asked after the password; with it recovery codes where there are none, in clear. */
export async function askPasskeyAfterPassword(userId: string, now: DateTime): Promise<Result<{ codes: string[] | null }, { type: 'no_passkey' }>> {
  const holder: Holder = { kind: 'user', id: userId }
  return asUser(userId, async (trx) => {
    await trx.from('users').select('id').where('id', userId).forUpdate()
    const { passkeys, asked } = await findFactors(trx, userId)
    if (passkeys === 0) return refuse({ type: 'no_passkey' })
    await trx.from('users').where('id', userId).update({ passkey_after_password: true })
    if (!asked) {
      await recordOf(trx, holder, 'enabled')
      await noticeSecurity(trx, holder, 'second_factor_on', now)
    }
    if ((await countRecoveryCodes(trx, holder)) > 0) return ok({ codes: null })
    await recordOf(trx, holder, 'recovery_codes_made')
    return ok({ codes: await replaceRecoveryCodes(trx, holder, now) })
  })
}

/** The password alone opens the account again; secret and codes go. False when that was so already. */
export async function stopSecondFactor(userId: string, now: DateTime): Promise<boolean> {
  const holder: Holder = { kind: 'user', id: userId }
  return asUser(userId, async (trx) => {
    await trx.from('users').select('id').where('id', userId).forUpdate()
    if (!(await findFactors(trx, userId)).asked) return false
    await trx.from('users').where('id', userId).update({ totp_secret: null, totp_last_step: null, passkey_after_password: false })
    await dropRecoveryCodes(trx, holder)
    await record(trx, { actor: holder, event: 'second_factor.disabled', subjectId: userId })
    await noticeSecurity(trx, holder, 'second_factor_off', now)
    return true
  })
}
