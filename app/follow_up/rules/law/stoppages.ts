import type { Origin } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** From how many days of stoppage a return visit is due. `openFrom`: from there to the threshold, the law leaves it open. */
export type ReturnThreshold = Row & { origin: Origin; days: number; openFrom?: number }

// Decree 2022-372, article 6: stoppages that begin after 31 March 2022.
const SINCE_2022 = { from: '2022-03-31', to: null }

export const RETURN_THRESHOLDS: readonly ReturnThreshold[] = [
  { id: 'return_maternity', origin: 'maternity', days: 1, articles: ['R4624-31'], words: 'visite de reprise après un congé de maternité', ...SINCE_2022 },
  {
    id: 'return_occupational_disease',
    origin: 'occupational_disease',
    days: 1,
    articles: ['R4624-31'],
    words: 'visite de reprise après une maladie professionnelle, quelle que soit sa durée',
    ...SINCE_2022,
  },
  {
    id: 'return_work_accident',
    origin: 'work_accident',
    days: 30,
    articles: ['R4624-31'],
    words: "visite de reprise après un accident du travail d'au moins 30 jours",
    ...SINCE_2022,
  },
  { id: 'return_illness', origin: 'illness', days: 60, articles: ['R4624-31'], words: "visite de reprise après une maladie d'au moins 60 jours", ...SINCE_2022 },
  {
    id: 'return_non_work_accident',
    origin: 'non_work_accident',
    days: 60,
    articles: ['R4624-31'],
    words: "visite de reprise après un accident non professionnel d'au moins 60 jours",
    ...SINCE_2022,
  },
  {
    id: 'return_commuting_accident',
    origin: 'commuting_accident',
    days: 60,
    openFrom: 30,
    articles: ['R4624-31'],
    words: "visite de reprise après un accident d'au moins 60 jours, fût-il de trajet",
    ...SINCE_2022,
  },
]

/** The return visit is held on the day of return, or in the `days` that follow. */
export const RETURN_WINDOW: readonly (Row & { days: number })[] = [
  { id: 'return_window', days: 8, articles: ['R4624-31'], words: 'le jour de la reprise, au plus tard dans les huit jours qui suivent', ...SINCE_2022 },
]

/** Stoppages prescribed since then: a pre-return visit held at most `days` before the return may stand for the return visit. */
export const RETURN_WAIVER: readonly (Row & { days: number })[] = [
  {
    id: 'return_waiver',
    days: 30,
    articles: ['R4624-31', 'R4624-30'],
    words: "pas de visite de reprise si une visite de préreprise des 30 jours précédents n'a montré aucune mesure nécessaire",
    from: '2026-06-15',
    to: null,
  },
]
