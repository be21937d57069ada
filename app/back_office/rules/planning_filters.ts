import { isDay, type Day } from '#shared/dates'

export type QueueFilters = {
  state: 'sent' | 'taken' | 'mine' | 'message' | null
  due: 'late' | 'soon' | null
  /** An employee, a company or a member number. */
  search: string | null
}

/** The filters of the queue in the words of the address and of the screen. */
export const STATE_FILTERS = [
  { value: 'a-prendre', label: 'À prendre en charge', state: 'sent' },
  { value: 'prises', label: 'Prises en charge', state: 'taken' },
  { value: 'les-miennes', label: 'Prises en charge par moi', state: 'mine' },
  { value: 'messages', label: 'Avec un message à lire', state: 'message' },
] as const

export const DUE_FILTERS = [
  { value: 'en-retard', label: 'En retard', due: 'late' },
  { value: 'proches', label: 'Dans les 30\u00a0jours', due: 'soon' },
] as const

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SEARCH_MAX = 100

export type PlanningAddress = {
  day: Day | null
  centreId: string | null
  requestId: string | null
  etat: string | null
  echeance: string | null
  filters: QueueFilters
}

/** Reads the address of the planning; what cannot be read in it is not asked. */
export function readPlanningAddress(query: Record<string, unknown>): PlanningAddress {
  const state = STATE_FILTERS.find(({ value }) => value === query.etat)
  const due = DUE_FILTERS.find(({ value }) => value === query.echeance)
  const search = typeof query.recherche === 'string' ? query.recherche.trim().slice(0, SEARCH_MAX) : ''
  return {
    day: typeof query.jour === 'string' && isDay(query.jour) ? query.jour : null,
    centreId: uuid(query.centre),
    requestId: uuid(query.demande),
    etat: state?.value ?? null,
    echeance: due?.value ?? null,
    filters: { state: state?.state ?? null, due: due?.due ?? null, search: search || null },
  }
}

/** The address of the planning; what is not asked is not in it. */
export function planningAddress({ day, centreId, requestId, etat, echeance, filters }: PlanningAddress): string {
  const asked = { jour: day, centre: centreId, demande: requestId, etat, echeance, recherche: filters.search }
  const said = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null)
  return `/admin/planification?${new URLSearchParams(said)}`
}

function uuid(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value : null
}
