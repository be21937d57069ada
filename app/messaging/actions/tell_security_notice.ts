import type { DateTime } from 'luxon'
import type { SecurityNoticeFacts } from '#identity'
import { deliver } from '#messaging/actions/deliver'
import { securityNotice } from '#messaging/mails/security_notice'

/** A mail to the owner of an account whose locks were changed. */
export async function tellSecurityNotice(notice: SecurityNoticeFacts, now: DateTime): Promise<void> {
  const recipients = [`${notice.owner}:${notice.ownerId}`, ...(notice.emailChangeId ? [`former:${notice.emailChangeId}`] : [])]
  await deliver({ message: 'security_notice', subjectId: notice.id, recipients, compose: () => securityNotice(notice) }, now)
}
