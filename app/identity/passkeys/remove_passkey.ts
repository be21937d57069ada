import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { noticeSecurity } from '#identity/second_factor/security_notices'

/** Removes a key; with the last one, keys are no longer asked after the password. False when it was not there any more. */
export async function removePasskey(userId: string, passkeyId: string, now: DateTime): Promise<boolean> {
  return asUser(userId, async (trx) => {
    // One after the other: of two that remove the last keys at once, the second sees that none is left.
    await trx.from('users').select('id').where('id', userId).forUpdate()
    const { rowCount } = await trx.rawQuery('delete from passkeys where id = ? and user_id = ?', [passkeyId, userId])
    if (rowCount === 0) return false
    await trx.rawQuery(
      'update users set passkey_after_password = false where id = ? and not exists (select from passkeys where passkeys.user_id = users.id)',
      [userId]
    )
    await record(trx, { actor: { kind: 'user', id: userId }, event: 'passkey.removed', subjectId: userId })
    await noticeSecurity(trx, { kind: 'user', id: userId }, 'passkey_removed', now)
    return true
  })
}
