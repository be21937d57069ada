import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { deliver } from '#messaging/actions/deliver'
import type { RequestFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { requestReceived } from '#messaging/mails/request_received'
import { requestRefused } from '#messaging/mails/request_refused'
import { findCentrePhone } from '#members'
import { listEmployerRecipients } from '#messaging/queries/list_employer_recipients'

export function tellRequestReceived(facts: RequestFacts, now: DateTime) {
  return tellEmployer(facts, 'visit_request.received', requestReceived, now)
}

export function tellRequestRefused(facts: RequestFacts, now: DateTime) {
  return tellEmployer(facts, 'visit_request.refused', requestRefused, now)
}

type Write = (facts: RequestFacts, centrePhone: string) => Letter

async function tellEmployer(facts: RequestFacts, message: string, write: Write, now: DateTime) {
  const { recipients, phone } = await asStaff(async (trx) => ({
    recipients: await listEmployerRecipients(trx, facts.memberId),
    phone: await findCentrePhone(trx, facts.memberId),
  }))
  await deliver({ message, subjectId: facts.id, recipients, compose: () => write(facts, phone) }, now)
}
