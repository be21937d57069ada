import type { DateTime } from 'luxon'
import { mintResetToken } from '#identity'
import { asStaff } from '#core/tenants'
import { deliver } from '#messaging/actions/deliver'
import { resetLink } from '#messaging/mails/reset_link'

/**
 * Mints the secret of a link, then mails it. A retry after a refusal mints anew, which kills the former. When nobody
 * can know whether the mail left, it does not leave again: the link that may have arrived stays the good one.
 */
export async function sendResetLink({ resetId, userId }: { resetId: string; userId: string }, now: DateTime) {
  const compose = async () => {
    const minted = await asStaff((trx) => mintResetToken(trx, resetId, now))
    return minted && resetLink(minted)
  }
  const recipients = [`user:${userId}`]
  await deliver({ message: 'password_reset.link', subjectId: resetId, recipients, compose, mostAttemptsInDoubt: 1 }, now)
}
