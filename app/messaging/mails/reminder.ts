import type { DateTime } from 'luxon'
import type { ReminderKey, VisitFacts } from '#messaging/facts'
import type { Audience, Letter } from '#messaging/letter'
import { convocationPage } from '#messaging/mails/addresses'
import { APPOINTMENT, appointment, dated, wayOut } from '#messaging/mails/wording'

const HEADINGS: Record<ReminderKey, string> = {
  week_before: 'Rappel',
  limit_eve: 'Rappel avant la limite',
  day_before: 'Dernier rappel',
}

export function reminder(facts: VisitFacts, key: ReminderKey, audience: Audience, now: DateTime): Letter {
  const { employee, startsAt, visitId } = facts
  const who = audience === 'employer' ? `${employee.name} a rendez-vous` : 'Vous avez rendez-vous'
  return {
    subject: `Rappel\u00a0: ${APPOINTMENT} du ${dated(startsAt)}`,
    heading: HEADINGS[key],
    opening: [`${who} le\u00a0${dated(startsAt)}.`],
    facts: appointment(facts, audience),
    closing: wayOut(facts, audience, now),
    ...(audience === 'employer' && { act: { label: 'Voir la convocation', url: convocationPage(visitId) } }),
  }
}
