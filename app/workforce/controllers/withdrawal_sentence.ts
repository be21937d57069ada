import { formatInstant } from '#shared/dates'
import type { Withdrawn } from '#workforce/actions/withdraw_departure'

/** What becomes, once a departure is withdrawn, of what it had asked and given up. */
export function withdrawalSentence(name: string, { takenBack, exposure, lost: { visits, requests } }: Withdrawn): string {
  const moments = visits.map((startsAt) => formatInstant(startsAt))
  const sentences = [
    `${name} reste dans votre effectif.`,
    takenBack > 0 && "La demande de visite de fin d'exposition est retirée.",
    exposure.length > 0 && `La visite de fin d'exposition du ${formatInstant(exposure[0]!.startsAt)} reste fixée\u00a0: annulez-la si elle n'a plus lieu d'être.`,
    moments.length > 0 && `${moments.length > 1 ? 'Les visites' : 'La visite'} du ${moments.join(' et du ')}, ${moments.length > 1 ? 'abandonnées' : 'abandonnée'} pour la sortie, ${moments.length > 1 ? 'ne sont pas rétablies' : "n'est pas rétablie"}.`,
    requests > 0 && 'Ce qui était demandé et que la sortie a retiré ne repart pas.',
    moments.length + requests > 0 && 'Demandez un rendez-vous si une visite est encore due.',
  ]
  return sentences.filter(Boolean).join(' ')
}
