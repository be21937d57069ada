import type { DateTime } from 'luxon'
import type { VisitFacts } from '#messaging/facts'
import type { Audience, Letter } from '#messaging/letter'
import { convocationPage } from '#messaging/mails/addresses'
import { APPOINTMENT, appointment, dated, ENCLOSED, wayOut } from '#messaging/mails/wording'
import { ofName } from '#shared/wording'

export function convocation(facts: VisitFacts, audience: Audience, now: DateTime): Letter {
  const common = {
    subject: `Convocation\u00a0: ${APPOINTMENT} du ${dated(facts.startsAt)}`,
    heading: 'Convocation',
    facts: appointment(facts, audience),
    closing: [...wayOut(facts, audience, now), ENCLOSED],
  }
  return audience === 'employer' ? { ...common, ...toEmployer(facts) } : { ...common, opening: toEmployee(facts) }
}

function toEmployer({ visitId, employee, startsAt, substitutes }: VisitFacts) {
  const place = substitutes ? `, à la place ${ofName(substitutes.employeeName)}` : ''
  return {
    opening: [
      `${employee.name} a rendez-vous le\u00a0${dated(startsAt)}${place}.`,
      employee.email
        ? 'OSTRA lui adresse aussi cette convocation par e-mail.'
        : "OSTRA n'a pas son adresse e-mail\u00a0: remettez-lui cette convocation.",
      'Accusez réception dans l\'Espace adhérent.',
    ],
    act: { label: 'Voir la convocation', url: convocationPage(visitId) },
  }
}

function toEmployee({ startsAt, substitutes }: VisitFacts) {
  const place = substitutes ? ", à la place d'une autre personne de votre entreprise" : ''
  return [`Vous avez rendez-vous le\u00a0${dated(startsAt)}${place}.`]
}
