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

export function readPage({ page }: Record<string, unknown>): number {
  const number = Math.trunc(Number(page))
  return number >= 1 && number <= 10_000 ? number : 1
}

/** The address of a list: what is as usual is not said. */
export function listAddress(path: string, asked: Record<string, string | number | null>): string {
  const said = Object.entries(asked).filter(([name, value]) => value !== null && !(name === 'page' && value === 1))
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)]))
  return query.size > 0 ? `${path}?${query}` : path
}
