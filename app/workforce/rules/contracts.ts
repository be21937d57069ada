export const CONTRACT_NATURES = ['permanent', 'fixed_term', 'apprenticeship', 'temporary_agency', 'seasonal'] as const

export type ContractNature = (typeof CONTRACT_NATURES)[number]

const NATURES: Record<ContractNature, string> = {
  permanent: 'CDI',
  fixed_term: 'CDD',
  apprenticeship: "Contrat d'apprentissage",
  temporary_agency: 'Intérim',
  seasonal: 'Contrat saisonnier',
}

export function contractLabel(nature: ContractNature): string {
  return NATURES[nature]
}

export function contractChoices() {
  return CONTRACT_NATURES.map((value) => ({ value, label: NATURES[value] }))
}

export const DEPARTURE_REASONS = ['end_of_contract', 'resignation', 'dismissal', 'retirement', 'other'] as const

export type DepartureReason = (typeof DEPARTURE_REASONS)[number]

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
