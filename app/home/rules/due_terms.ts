import { addDays, type Day } from '#shared/days'

/** Days from today, both inclusive; null is without end on that side. */
export type DueTerm = { value: string; label: string; from: number | null; to: number }

/** How far ahead a list over all accounts looks, in days. */
export const DUES_HORIZON_DAYS = 90

export const DUE_TERMS: readonly DueTerm[] = [
  { value: 'retard', label: 'En retard', from: null, to: -1 },
  { value: '30', label: "D'ici 30\u00a0jours", from: 0, to: 30 },
  { value: '90', label: "De 31 à 90\u00a0jours", from: 31, to: DUES_HORIZON_DAYS },
]

const EVERYTHING: DueTerm = { value: '', label: 'Toutes', from: null, to: DUES_HORIZON_DAYS }

/** The term that an address asks for: late and the 90 days to come when it says nothing known. */
export function readDueTerm({ echeance }: Record<string, unknown>): DueTerm {
  return DUE_TERMS.find(({ value }) => value === echeance) ?? EVERYTHING
}

/** Its first and last day. */
export function termDays({ from, to }: DueTerm, today: Day): { first: Day; last: Day } {
  return { first: from === null ? '0001-01-01' : addDays(today, from), last: addDays(today, to) }
}
