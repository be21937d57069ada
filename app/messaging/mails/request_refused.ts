import type { RequestFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { requestPage } from '#messaging/mails/addresses'
import { APPOINTMENT, dated, dial } from '#messaging/mails/wording'

export function requestRefused({ id, employeeName, requestedAt, refusalReason }: RequestFacts, centrePhone: string): Letter {
  return {
    subject: `Demande de ${APPOINTMENT} refusée`,
    heading: 'Demande refusée',
    opening: [`OSTRA ne donne pas suite à votre demande de rendez-vous du ${dated(requestedAt)} pour ${employeeName}.`],
    facts: [{ label: 'Motif', value: refusalReason ?? '' }],
    closing: [`Pour en parler ou chercher une autre solution, appelez OSTRA au\u00a0${dial(centrePhone)}.`],
    act: { label: 'Voir la demande', url: requestPage(id) },
  }
}
