import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { deliver } from '#messaging/actions/deliver'
import type { ReminderKey, VisitFacts } from '#messaging/facts'
import type { Audience, Enclosure, Letter } from '#messaging/letter'
import { askAnswer } from '#messaging/mails/answer'
import { cancellation } from '#messaging/mails/cancellation'
import { convocation } from '#messaging/mails/convocation'
import { moved } from '#messaging/mails/moved'
import { reminder } from '#messaging/mails/reminder'
import { substitution } from '#messaging/mails/substitution'
import { listEmployerRecipients } from '#messaging/queries/list_employer_recipients'

// After a crash that hides whether it left, a reminder is worth one more, not a series.
const REMINDER_ATTEMPTS = 2

type Told = {
  message: string
  letter: (audience: Audience) => Letter
  enclose?: Enclose
  mintAnswerToken?: MintToken
  mostAttemptsInDoubt?: number
}

/** Makes the files of a mail, just before it leaves. */
type Enclose = () => Promise<Enclosure[]>

/** Makes the secret of the employee's link, just before the mail leaves: nothing else ever holds it. */
type MintToken = () => Promise<string>

/** The convocation, or the new date of a visit that was moved. */
export function tellConvocation(facts: VisitFacts, means: { enclose: Enclose; mintAnswerToken: MintToken }, now: DateTime) {
  const letter = facts.sequence === 0 ? convocation : moved
  const message = facts.sequence === 0 ? 'visit.convocation' : `visit.moved.${facts.sequence}`
  return tellBoth(facts, { message, letter: (audience) => letter(facts, audience, now), ...means }, now)
}

export function tellReminder(facts: VisitFacts, key: ReminderKey, means: { mintAnswerToken: MintToken }, now: DateTime) {
  const message = `visit.${key}.${facts.sequence}`
  const letter = (audience: Audience) => reminder(facts, key, audience, now)
  return tellBoth(facts, { message, letter, ...means, mostAttemptsInDoubt: REMINDER_ATTEMPTS }, now)
}

export function tellCancellation(facts: VisitFacts, enclose: Enclose, now: DateTime) {
  return tellBoth(facts, { message: 'visit.cancellation', letter: (audience) => cancellation(facts, audience), enclose }, now)
}

/** Tells the employee whose place was given away; who takes it reads it in the convocation of the new visit. */
export function tellSubstitution(facts: VisitFacts, enclose: Enclose, now: DateTime) {
  const recipients = [`employee:${facts.employee.id}`]
  const compose = async () => ({ ...substitution(facts), enclosures: await enclose() })
  return deliver({ message: 'visit.substitution', subjectId: facts.visitId, recipients, compose }, now)
}

// The employee first. The employer is told of nothing that it must not see (DOMAIN 7).
async function tellBoth(facts: VisitFacts, { letter, enclose, mintAnswerToken, ...told }: Told, now: DateTime) {
  const employer = facts.visibleToMember ? await asStaff((trx) => listEmployerRecipients(trx, facts.member.id)) : []
  const employee = `employee:${facts.employee.id}`
  const compose = async (_: unknown, key: string) => {
    const isToEmployee = key === employee
    const said = letter(isToEmployee ? 'employee' : 'employer')
    const asked = isToEmployee && mintAnswerToken ? await askAnswer(said, facts, mintAnswerToken) : said
    return { ...asked, enclosures: await enclose?.() }
  }
  await deliver({ ...told, subjectId: facts.visitId, recipients: [employee, ...employer], compose }, now)
}
