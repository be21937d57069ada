import { NATURES, type EndReason, type Nature } from '#follow_up/rules/codes'

export const CONTRACT_NATURES = NATURES

export type ContractNature = Nature

const NATURE_LABELS: Record<ContractNature, string> = {
  permanent: 'CDI',
  fixed_term: 'CDD',
  apprenticeship: "Contrat d'apprentissage",
  temporary_agency: 'Intérim',
  seasonal: 'Contrat saisonnier',
}

export function contractLabel(nature: ContractNature): string {
  return NATURE_LABELS[nature]
}

export function contractChoices() {
  return CONTRACT_NATURES.map((value) => ({ value, label: NATURE_LABELS[value] }))
}

/** In the order of the form. */
export const DEPARTURE_REASONS = ['end_of_contract', 'resignation', 'dismissal', 'retirement', 'other'] as const satisfies readonly EndReason[]

export type DepartureReason = EndReason

const REASONS: Record<DepartureReason, string> = {
  end_of_contract: 'Fin de contrat',
  resignation: 'Démission',
  dismissal: 'Licenciement',
  retirement: 'Départ ou mise à la retraite',
  other: 'Autre motif',
}

export function departureLabel(reason: DepartureReason): string {
  return REASONS[reason]
}

export function departureChoices() {
  return DEPARTURE_REASONS.map((value) => ({ value, label: REASONS[value] }))
}
