import { ofName } from '#shared/wording'
import type { VisitFacts } from '#messaging/facts'
import type { Audience, Letter } from '#messaging/letter'
import { requestsPage } from '#messaging/mails/addresses'
import { APPOINTMENT, CANCELLATION_ENCLOSED, dated, dial } from '#messaging/mails/wording'

export function cancellation(facts: VisitFacts, audience: Audience): Letter {
  return {
    subject: `Annulation\u00a0: ${APPOINTMENT} du ${dated(facts.startsAt)}`,
    heading: 'Annulation',
    closing: [CANCELLATION_ENCLOSED],
    ...(audience === 'employer' ? toEmployer(facts) : toEmployee(facts)),
  }
}

function toEmployer({ employee, startsAt, cancelled, centre }: VisitFacts) {
  const what = `Le rendez-vous ${ofName(employee.name)} du ${dated(startsAt)} est annulé`
  const opening =
    cancelled?.by === 'staff'
      ? [`${what} par OSTRA.`, `OSTRA vous proposera une autre date. Pour toute question, appelez le\u00a0${dial(centre.phone)}.`]
      : [`${what}, à votre demande.`, 'Si le suivi le demande, envoyez une nouvelle demande de rendez-vous.']
  return { opening, act: { label: 'Voir les demandes', url: requestsPage() } }
}

function toEmployee({ startsAt, cancelled, centre }: VisitFacts) {
  const by = cancelled?.by === 'staff' ? 'par OSTRA' : 'par votre employeur'
  return {
    opening: [
      `Votre rendez-vous du ${dated(startsAt)} est annulé ${by}. Vous n'avez pas à vous présenter.`,
      `Si vous souhaitez un rendez-vous, appelez OSTRA au\u00a0${dial(centre.phone)}.`,
    ],
  }
}
