import type { DateTime } from 'luxon'
import { ofName } from '#shared/wording'
import type { VisitFacts } from '#messaging/facts'
import type { Audience, Letter } from '#messaging/letter'
import { convocationPage } from '#messaging/mails/addresses'
import { APPOINTMENT, appointment, dated, ENCLOSED, wayOut } from '#messaging/mails/wording'

export function moved(facts: VisitFacts, audience: Audience, now: DateTime): Letter {
  const { employee, startsAt, visitId } = facts
  const whose = audience === 'employer' ? `Le rendez-vous ${ofName(employee.name)}` : 'Votre rendez-vous'
  return {
    subject: `Nouvelle date\u00a0: ${APPOINTMENT} du ${dated(startsAt)}`,
    heading: 'Nouvelle date',
    opening: [`${whose} est déplacé au\u00a0${dated(startsAt)}. La date précédente ne tient plus.`],
    facts: appointment(facts, audience),
    closing: [...wayOut(facts, audience, now), ENCLOSED],
    ...(audience === 'employer' && { act: { label: 'Voir la convocation', url: convocationPage(visitId) } }),
  }
}
