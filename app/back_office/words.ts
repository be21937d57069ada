import { REQUEST_KINDS, requestKind } from '#visits/rules/request_kinds'
import type { Escalation, RequestState } from '#visits/rules/request_watch'
import { requestStateWord, visitStateWord } from '#visits/rules/state_words'
import { VISIT_KINDS, visitKind } from '#visits/rules/visit_kinds'
import { VISIT_STATES as STATES } from '#visits/rules/visit_states'

const EVERY_REQUEST_STATE: readonly RequestState[] = ['sent', 'taken', 'planned', 'held', 'refused', 'cancelled']

const words = <T extends string>(values: readonly T[], word: (value: T) => string) =>
  Object.fromEntries(values.map((value) => [value, word(value)])) as Record<T, string>

/** What is stored in English, in the words of the planner's screens. */
export const REQUEST_STATES = words(EVERY_REQUEST_STATE, (state) => requestStateWord(state).label)
export const VISIT_STATES = words(STATES, (state) => visitStateWord(state).label)
export const REQUEST_KIND_LABELS = words(REQUEST_KINDS, (kind) => requestKind(kind).label)
export const VISIT_KIND_LABELS = words(VISIT_KINDS, (kind) => visitKind(kind).short)

export const ESCALATIONS: Record<Escalation, string> = {
  not_taken: 'Pas encore prise en charge',
  deadline_near: 'Date limite proche',
  deadline_passed: 'Date limite dépassée',
}

export const PRACTITIONER_KINDS = { doctor: 'Médecin', nurse: 'Infirmier' }
export const CATEGORIES = { SI: 'Suivi simple', SIA: 'Suivi adapté', SIR: 'Suivi renforcé' }
