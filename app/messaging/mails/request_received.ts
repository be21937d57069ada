import type { RequestFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { requestPage } from '#messaging/mails/addresses'
import { APPOINTMENT, dated, dial } from '#messaging/mails/wording'

export function requestReceived({ id, employeeName, requestedAt }: RequestFacts, centrePhone: string): Letter {
  return {
    subject: `Demande de ${APPOINTMENT} reçue`,
    heading: 'Demande reçue',
    opening: [
      `OSTRA a reçu le\u00a0${dated(requestedAt)} votre demande de rendez-vous pour ${employeeName}.`,
      `Le secrétariat cherche un créneau et vous adressera la convocation. Pour toute question, appelez le\u00a0${dial(centrePhone)}.`,
    ],
    act: { label: 'Suivre la demande', url: requestPage(id) },
  }
}
