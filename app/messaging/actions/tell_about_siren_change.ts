import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { deliver } from '#messaging/actions/deliver'
import type { SirenChangeFacts } from '#messaging/facts'
import { sirenChangeDecided, sirenChangeReceived, sirenChangeWaiting } from '#messaging/mails/siren_change'
import { listStaffRecipients } from '#messaging/queries/list_staff_recipients'

export function tellSirenChangeReceived(change: SirenChangeFacts, now: DateTime) {
  return deliver({ ...toAsker(change, 'received'), compose: () => sirenChangeReceived(change) }, now)
}

/** `toCome`: accepted, for a day that has not come. */
export function tellSirenChangeDecided(change: SirenChangeFacts, toCome: boolean, now: DateTime) {
  return deliver({ ...toAsker(change, 'decided'), compose: () => sirenChangeDecided(change, toCome) }, now)
}

/** To whoever looks at it, else to those who answer members. `rank` counts the reminders, each told once. */
export async function tellSirenChangeWaiting(change: SirenChangeFacts, waiting: { rank: number; days: number }, now: DateTime) {
  const recipients = change.takenBy ? [`staff:${change.takenBy}`] : await asStaff((trx) => listStaffRecipients(trx, ['member_relations']))
  const message = `siren_change.waiting_${waiting.rank}`
  await deliver({ message, subjectId: change.id, recipients, compose: () => sirenChangeWaiting(change, waiting.days) }, now)
}

const toAsker = ({ id, requestedBy }: SirenChangeFacts, what: string) => ({
  message: `siren_change.${what}`,
  subjectId: id,
  recipients: [`user:${requestedBy}`],
})
