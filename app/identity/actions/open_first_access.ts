import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { asUser } from '#core/tenants'
import { hashToken } from '#core/tokens'
import { hashPassword } from '#identity/password_hashing'
import { ok, refuse, type Result } from '#shared/result'

/**
 * Uses the link of a first access once: the person becomes the member's holder, with this password. Null for somebody who
 * has one already: it stays.
 */
export async function openFirstAccess(
  { token, password }: { token: string; password: string | null },
  now: DateTime
): Promise<Result<{ userId: string }, { type: 'unusable_link' }>> {
  const passwordHash = password === null ? null : await hashPassword(password)
  return asUser('', async (trx) => {
    const values = [hashToken(token), passwordHash, now.toISO()] as string[]
    const { rows } = await trx.rawQuery('select * from consume_first_access(?, ?, ?)', values)
    if (!rows[0]) return refuse({ type: 'unusable_link' })
    const { link_id: linkId, user_id: userId, member_id: memberId } = rows[0]
    await record(trx, { actor: { kind: 'user', id: userId }, event: 'first_access.used', memberId, subjectId: memberId })
    await tell(trx, 'account_link', linkId, 'changed')
    return ok({ userId: userId as string })
  })
}
