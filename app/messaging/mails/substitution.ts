import type { VisitFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { APPOINTMENT, CANCELLATION_ENCLOSED, dated, dial } from '#messaging/mails/wording'

/** To the employee whose place another one takes: who that is concerns nobody but the employer. */
export function substitution({ startsAt, centre }: VisitFacts): Letter {
  return {
    subject: `Annulation\u00a0: ${APPOINTMENT} du ${dated(startsAt)}`,
    heading: 'Annulation',
    opening: [
      `Votre employeur a donné votre rendez-vous du ${dated(startsAt)} à une autre personne. Vous n'avez pas à vous présenter.`,
      `Une autre date vous sera proposée. Pour toute question, appelez OSTRA au\u00a0${dial(centre.phone)}.`,
    ],
    closing: [CANCELLATION_ENCLOSED],
  }
}
