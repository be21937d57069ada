import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import type { Letter } from '#messaging/letter'
import { findRecipient, type Recipient } from '#messaging/queries/find_recipient'
import { claimDelivery, markSent, releaseClaim, stillHolds, type Claim } from '#messaging/deliveries'
import { renderLetter } from '#messaging/render_letter'
import { MailFailure, greetSmtp, sendMail } from '#messaging/smtp'

export type Message = {
  /** With the subject and the recipient, the key of what is told once. */
  message: string
  subjectId: string
  /** Keys, never addresses. */
  recipients: string[]
  /** Called just before the sending; null when there is nothing to tell any more. */
  compose(recipient: Recipient, key: string): Promise<Letter | null> | Letter | null
  /** How often it may leave when nobody can know whether it left: a crash, a connection lost at the wrong moment. */
  mostAttemptsInDoubt?: number
}

/** Tells each recipient once. One that cannot be reached holds back no other; then it throws, to be called again. */
export async function deliver(message: Message, now: DateTime) {
  const failures: unknown[] = []
  for (const key of message.recipients) {
    await deliverTo(key, message, now).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function deliverTo(key: string, message: Message, now: DateTime) {
  const recipient = await asStaff((trx) => findRecipient(trx, key))
  if (!recipient) return
  const claim = await asStaff((trx) => claimDelivery(trx, { ...message, recipient: key }))
  if (claim) await sendOnce(claim, recipient, () => message.compose(recipient, key), now)
}

// The claim is committed before the sending, so that a crash leaves its trace; the lock keeps others out meanwhile.
async function sendOnce(claim: Claim, to: Recipient, compose: () => ReturnType<Message['compose']>, now: DateTime) {
  const failure = await asStaff(async (trx) => {
    if (!(await stillHolds(trx, claim))) return new Error('Another attempt is under way')
    let inDoubt = false
    try {
      const letter = await compose()
      if (!letter) return releaseClaim(trx, claim)
      const mail = await renderLetter(letter)
      await greetSmtp()
      inDoubt = true
      await sendMail(mail, to, claim.id)
      await markSent(trx, claim, now)
    } catch (error) {
      if (!inDoubt || (error instanceof MailFailure && error.wasRefused)) await releaseClaim(trx, claim)
      return error
    }
  })
  if (failure) throw failure
}
