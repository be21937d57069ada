import type { RequestState } from '#visits/rules/request_watch'
import type { VisitState } from '#visits/rules/visit_states'

/** A state as said of "la demande" or "la visite", and the shape of its badge. */
export type StateWord = { label: string; badge: 'late' | 'soon' | 'fine' | 'none' }

const REQUESTS: Record<RequestState, StateWord> = {
  sent: { label: 'Envoyée', badge: 'none' },
  taken: { label: 'Prise en charge', badge: 'none' },
  planned: { label: 'Planifiée', badge: 'fine' },
  held: { label: 'Réalisée', badge: 'fine' },
  refused: { label: 'Refusée', badge: 'late' },
  cancelled: { label: 'Annulée', badge: 'none' },
}

const VISITS: Record<VisitState, StateWord> = {
  convoked: { label: 'Convoquée', badge: 'none' },
  held: { label: 'Réalisée', badge: 'fine' },
  excused: { label: 'Absence excusée', badge: 'none' },
  unexcused: { label: 'Absence non excusée', badge: 'late' },
  cancelled: { label: 'Annulée', badge: 'none' },
  substituted: { label: 'Salarié remplacé', badge: 'none' },
}

export function requestStateWord(state: RequestState): StateWord {
  return REQUESTS[state]
}

export function visitStateWord(state: VisitState): StateWord {
  return VISITS[state]
}
