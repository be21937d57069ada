import type { DateTime } from 'luxon'
import type { VisitFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { convocationPage } from '#messaging/mails/addresses'
import { APPOINTMENT, appointment, dated, wayOut } from '#messaging/mails/wording'

/** To the employer: what the person convoked answered. Nothing is cancelled by it. */
export function declined(facts: VisitFacts, now: DateTime): Letter {
  const { employee, startsAt, visitId } = facts
  return {
    subject: `Réponse reçue\u00a0: ${APPOINTMENT} du ${dated(startsAt)}`,
    heading: 'La personne convoquée ne peut pas venir',
    opening: [
      `La personne convoquée le\u00a0${dated(startsAt)}, ${employee.name}, a répondu qu'elle ne peut pas venir.`,
      "Le rendez-vous n'est pas annulé pour autant\u00a0: c'est à vous de le décider.",
    ],
    facts: appointment(facts, 'employer'),
    act: { label: 'Voir la convocation', url: convocationPage(visitId) },
    closing: wayOut(facts, 'employer', now),
  }
}
