import type { SirenChangeFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { portalPage, sirenChangeStaffPage } from '#messaging/mails/addresses'
import { dated } from '#messaging/mails/wording'
import { formatDay } from '#shared/dates'
import { counted, groupedIdentifier } from '#shared/wording'

const numbers = ({ newSiret, newName, effectiveOn }: SirenChangeFacts) => [
  { label: 'Nouveau SIRET', value: groupedIdentifier(newSiret) },
  { label: 'Raison sociale', value: newName },
  { label: "Date d'effet", value: formatDay(effectiveOn) },
]
const follow = ({ id }: SirenChangeFacts, label: string) => ({ label, url: portalPage(`/entreprise/siren/${id}`) })

export function sirenChangeReceived(change: SirenChangeFacts): Letter {
  return {
    subject: 'Changement de SIREN\u00a0: demande reçue',
    heading: 'Demande reçue',
    opening: [`Votre demande du ${dated(change.requestedAt)} pour le compte ${change.memberNumber} nous est parvenue, avec son justificatif.`],
    facts: numbers(change),
    closing: ['OSTRA vérifie le justificatif et vous répond. Rien ne change avant sa réponse.'],
    act: follow(change, 'Suivre la demande'),
  }
}

export function sirenChangeDecided(change: SirenChangeFacts, toCome: boolean): Letter {
  if (change.state === 'refused') {
    return {
      subject: 'Changement de SIREN\u00a0: demande refusée',
      heading: 'Demande refusée',
      opening: [`OSTRA ne donne pas suite à votre demande du ${dated(change.requestedAt)} pour le compte ${change.memberNumber}. Rien n'a changé.`],
      facts: [{ label: 'Motif', value: change.refusalReason ?? '' }],
      closing: ['Vous pouvez refaire une demande avec un autre justificatif.'],
      act: follow(change, 'Voir la demande'),
    }
  }
  const when = toCome ? `Les nouveaux numéros seront en vigueur le ${formatDay(change.effectiveOn)}.` : 'Les nouveaux numéros sont en vigueur.'
  return {
    subject: 'Changement de SIREN\u00a0: demande acceptée',
    heading: 'Demande acceptée',
    opening: [`OSTRA a accepté votre demande du ${dated(change.requestedAt)} pour le compte ${change.memberNumber}. ${when}`],
    facts: numbers(change),
    act: follow(change, 'Voir la demande'),
  }
}

/** To OSTRA's staff, of a request that nobody decided. */
export function sirenChangeWaiting(change: SirenChangeFacts, days: number): Letter {
  return {
    subject: 'Une demande de changement de SIREN attend une réponse',
    heading: `Sans réponse depuis ${counted(days, 'jour')}`,
    opening: [`L'adhérent ${change.memberNumber} attend une réponse à sa demande du ${dated(change.requestedAt)}.`],
    act: { label: 'Ouvrir la demande', url: sirenChangeStaffPage(change.id) },
  }
}
