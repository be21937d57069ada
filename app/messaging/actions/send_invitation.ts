import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { mintInvitation } from '#identity'
import { deliver } from '#messaging/actions/deliver'
import { invitation, invitationReminder } from '#messaging/mails/invitation'

/**
 * Mints the secret of an invitation, then mails it. When nobody can know whether the mail left, it does not leave again: the link
 * that may have arrived stays the good one.
 */
export function sendInvitation(invitationId: string, now: DateTime) {
  return send(invitationId, { message: 'invitation.link', first: true, write: invitation }, now)
}

/** With another link, which ends the former. */
export function remindInvitation(invitationId: string, now: DateTime) {
  return send(invitationId, { message: 'invitation.reminder', first: false, write: invitationReminder }, now)
}

type Sending = { message: string; first: boolean; write: typeof invitation }

async function send(invitationId: string, { message, first, write }: Sending, now: DateTime) {
  const compose = async () => {
    const minted = await asStaff((trx) => mintInvitation(trx, invitationId, { first }, now))
    return minted && write(minted)
  }
  await deliver({ message, subjectId: invitationId, recipients: [`invitation:${invitationId}`], compose, mostAttemptsInDoubt: 1 }, now)
}
