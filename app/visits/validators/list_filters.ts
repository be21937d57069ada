import { readPage } from '#core/http/list_address'
import type { RequestState } from '#visits/rules/request_watch'

/** The states of requests, in the words of the address, and of the screen. */
export const REQUEST_FILTERS: readonly { value: string; label: string; states: readonly RequestState[] }[] = [
  { value: 'en-cours', label: 'En cours', states: ['sent', 'taken', 'planned'] },
  { value: 'envoyees', label: 'Envoyées', states: ['sent'] },
  { value: 'prises-en-charge', label: 'Prises en charge', states: ['taken'] },
  { value: 'planifiees', label: 'Planifiées', states: ['planned'] },
  { value: 'realisees', label: 'Réalisées', states: ['held'] },
  { value: 'refusees', label: 'Refusées', states: ['refused'] },
  { value: 'annulees', label: 'Annulées', states: ['cancelled'] },
]

const EVERY_STATE: readonly RequestState[] = ['sent', 'taken', 'planned', 'held', 'refused', 'cancelled']

export type RequestFilters = { etat: string | null; states: readonly RequestState[]; page: number }
export type Period = 'a-venir' | 'passees'

/** Reads the address of the list of requests: what is unknown in it is not asked. */
export function readRequestFilters(query: Record<string, unknown>): RequestFilters {
  const filter = REQUEST_FILTERS.find(({ value }) => value === query.etat)
  return { etat: filter?.value ?? null, states: filter?.states ?? EVERY_STATE, page: readPage(query) }
}

export function readPeriod(query: Record<string, unknown>): Period {
  return query.periode === 'passees' ? 'passees' : 'a-venir'
}
