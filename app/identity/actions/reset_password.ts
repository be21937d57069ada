import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { actAs } from '#identity/act_as'
import { hashPassword } from '#identity/password_hashing'
import { hashToken } from '#core/tokens'
import { noticeSecurity } from '#identity/second_factor/security_notices'
import { ok, refuse, type Result } from '#shared/result'

/** Uses a reset link once: the new password is set, the other links and every session of the user end. A mail tells it. */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  now: DateTime
): Promise<Result<{ userId: string }, { type: 'unusable_link' }>> {
  const passwordHash = await hashPassword(password)
  return asUser('', async (trx) => {
    const { rows } = await trx.rawQuery('select * from consume_password_reset(?, ?, ?)', [
      hashToken(token),
      passwordHash,
      now.toISO()!,
    ])
    const consumed = rows[0]
    if (!consumed) return refuse({ type: 'unusable_link' })
    await record(trx, {
      actor: { kind: 'user', id: consumed.user_id },
      event: 'password.reset',
      subjectId: consumed.user_id,
    })
    await actAs(trx, consumed.user_id)
    await noticeSecurity(trx, { kind: 'user', id: consumed.user_id }, 'password_changed', now)
    await tell(trx, 'account_link', consumed.link_id, 'changed')
    return ok({ userId: consumed.user_id as string })
  })
}
