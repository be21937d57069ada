import type { Row } from '#follow_up/rules/law/row'

/** How old, at the hiring, a visit may be for which the health team waives the first one; no other condition is a fact we hold. */
export type Waiver = Row & { kind: 'information' | 'fitness'; adapted: boolean | null; months: number }

const SINCE_2017 = { from: '2017-01-01', to: null }

export const WAIVERS: readonly Waiver[] = [
  {
    id: 'waiver_simple',
    kind: 'information',
    adapted: false,
    months: 60,
    articles: ['R4624-15'],
    words: "une visite d'information des cinq ans qui précèdent l'embauche peut dispenser de la première",
    ...SINCE_2017,
  },
  {
    id: 'waiver_adapted',
    kind: 'information',
    adapted: true,
    months: 36,
    articles: ['R4624-15'],
    words: "suivi adapté, une visite d'information des trois ans qui précèdent l'embauche peut dispenser de la première",
    ...SINCE_2017,
  },
  {
    id: 'waiver_fitness',
    kind: 'fitness',
    adapted: null,
    months: 24,
    articles: ['R4624-27'],
    words: "un examen d'aptitude des deux ans qui précèdent l'embauche peut dispenser de celui d'embauche",
    ...SINCE_2017,
  },
]
