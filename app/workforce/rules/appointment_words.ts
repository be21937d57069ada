import type { RequestState } from '#visits/rules/request_watch'
import type { VisitState } from '#visits/rules/visit_states'

const REQUESTS: Record<RequestState, string> = {
  sent: 'Envoyée',
  taken: 'Prise en charge',
  planned: 'Planifiée',
  held: 'Réalisée',
  refused: 'Refusée',
  cancelled: 'Annulée',
}

const OUTCOMES: Record<VisitState, string> = {
  convoked: 'Présence à confirmer par OSTRA',
  held: 'Réalisée',
  excused: 'Absence excusée',
  unexcused: 'Absence non excusée',
  cancelled: 'Annulée',
  substituted: 'Salarié remplacé',
}

/** How a request stands, as said of "la demande". */
export function requestStateLabel(state: RequestState): string {
  return REQUESTS[state]
}

/** How a visit that is past, or will not take place, ended. */
export function outcomeLabel(state: VisitState): string {
  return OUTCOMES[state]
}
