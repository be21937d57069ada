import type { Day } from '#shared/days'
import type { Risk } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** A medical attestation without which an authorisation is not valid; it cannot be shortened. */
export type Attestation = Row & { risk: Risk; months: number; noticeStandsUntil: Day }

// Decree 2025-355, articles 2 and 3: a fitness notice given before 1 October 2025 stands for the attestation, five years from its date.
const SINCE_OCTOBER_2025 = { from: '2025-10-01', to: null, months: 60, noticeStandsUntil: '2025-09-30' }

export const ATTESTATIONS: readonly Attestation[] = [
  {
    id: 'attestation_driving',
    risk: 'driving_authorisation',
    articles: ['R4323-56'],
    words: "attestation du médecin du travail avant l'autorisation de conduite, valable cinq ans",
    ...SINCE_OCTOBER_2025,
  },
  {
    id: 'attestation_electrical',
    risk: 'electrical_authorisation',
    articles: ['R4544-10'],
    words: "attestation du médecin du travail avant l'habilitation électrique, valable cinq ans",
    ...SINCE_OCTOBER_2025,
  },
]
