import type { DateTime } from 'luxon'
import { mintLink } from '#identity'
import { asStaff } from '#core/tenants'
import { deliver } from '#messaging/actions/deliver'
import { accountLink } from '#messaging/mails/account_link'

/**
 * Mints the secret of a link, then mails it. A retry after a refusal mints anew, which kills the former. When nobody
 * can know whether the mail left, it does not leave again: the link that may have arrived stays the good one.
 */
export async function sendAccountLink(linkId: string, now: DateTime) {
  const compose = async () => {
    const minted = await asStaff((trx) => mintLink(trx, linkId, now))
    return minted && accountLink(minted)
  }
  await deliver({ message: 'account.link', subjectId: linkId, recipients: [`link:${linkId}`], compose, mostAttemptsInDoubt: 1 }, now)
}
