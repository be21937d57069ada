import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { deliver } from '#messaging/actions/deliver'
import type { VisitFacts } from '#messaging/facts'
import { declined } from '#messaging/mails/declined'
import { news } from '#messaging/mails/news'
import type { NotificationFacts } from '#messaging/queries/find_notification'
import { listEmployerRecipients } from '#messaging/queries/list_employer_recipients'
import { listSubscribers } from '#messaging/queries/list_subscribers'
import { parisDay } from '#shared/dates'
import { mintStopToken } from '#messaging/stop_tokens'

/** The contacts learn that the person convoked cannot come, while something can be done about it. */
export async function tellDecline(facts: VisitFacts, now: DateTime): Promise<void> {
  const recipients = await asStaff((trx) => listEmployerRecipients(trx, facts.member.id))
  const message = `visit.declined.${facts.sequence}`
  await deliver({ message, subjectId: facts.visitId, recipients, compose: () => declined(facts, now) }, now)
}

/** A mail to each user who chose so. */
export async function tellSubscribers(notification: NotificationFacts, now: DateTime): Promise<void> {
  const recipients = await asStaff(async (trx) => {
    const isToldToContacts = notification.kind === 'employee_declined'
    const alreadyTold = isToldToContacts ? await listEmployerRecipients(trx, notification.member.id) : []
    return listSubscribers(trx, notification, alreadyTold, parisDay(now))
  })
  const compose = (_: unknown, key: string) => news(notification, mintStopToken(key.replace(/^user:/, '')))
  await deliver({ message: 'notification', subjectId: notification.id, recipients, compose }, now)
}
