import { REQUEST_KINDS, requestKind } from '#visits/rules/request_kinds'
import type { Escalation, RequestState } from '#visits/rules/request_watch'
import { VISIT_KINDS, visitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

/** What is stored in English, in the words of the planner's screens. */
export const REQUEST_STATES: Record<RequestState, string> = {
  sent: 'Envoyée',
  taken: 'Prise en charge',
  planned: 'Planifiée',
  held: 'Réalisée',
  refused: 'Refusée',
  cancelled: 'Annulée',
}

export const VISIT_STATES: Record<VisitState, string> = {
  convoked: 'Convoquée',
  held: 'Réalisée',
  excused: 'Absence excusée',
  unexcused: 'Absence non excusée',
  cancelled: 'Annulée',
  substituted: 'Remplacée',
}

export const ESCALATIONS: Record<Escalation, string> = {
  not_taken: 'Pas encore prise en charge',
  deadline_near: 'Date limite proche',
  deadline_passed: 'Date limite dépassée',
}

export const REQUEST_KIND_LABELS = Object.fromEntries(REQUEST_KINDS.map((kind) => [kind, requestKind(kind).label]))
export const VISIT_KIND_LABELS = Object.fromEntries(VISIT_KINDS.map((kind) => [kind, visitKind(kind).label]))

export const PRACTITIONER_KINDS = { doctor: 'Médecin', nurse: 'Infirmier' }
export const CATEGORIES = { SI: 'Suivi simple', SIA: 'Suivi adapté', SIR: 'Suivi renforcé' }
