import type { Risk } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** The longest time from one visit to the next; an earlier date set by the doctor wins. */
export type Ceiling = Row & { months: number }

const SINCE_2017 = { from: '2017-01-01', to: null }

export const SIMPLE_CEILING: readonly Ceiling[] = [
  { id: 'ceiling_simple', articles: ['R4624-16'], months: 60, words: 'suivi simple, cinq ans au plus entre deux visites', ...SINCE_2017 },
]

export const ADAPTED_CEILING: readonly Ceiling[] = [
  { id: 'ceiling_adapted', articles: ['R4624-17'], months: 36, words: 'suivi adapté, trois ans au plus entre deux visites', ...SINCE_2017 },
]

export const REINFORCED_CEILING: readonly Ceiling[] = [
  { id: 'ceiling_reinforced', articles: ['R4624-28'], months: 48, words: 'suivi renforcé, quatre ans au plus entre deux examens', ...SINCE_2017 },
]

export const INTERMEDIATE_CEILING: readonly Ceiling[] = [
  {
    id: 'ceiling_intermediate',
    articles: ['R4624-28'],
    months: 24,
    words: 'visite intermédiaire au plus tard deux ans après la visite avec le médecin du travail',
    ...SINCE_2017,
  },
]

/** Posts whose exam comes back sooner, without a visit in between. */
export type YearlyExam = Ceiling & { risk: Risk }

export const YEARLY_EXAMS: readonly YearlyExam[] = [
  {
    id: 'ceiling_ionising_a',
    risk: 'ionising_a',
    articles: ['R4451-82'],
    months: 12,
    words: 'rayonnements ionisants de catégorie A, un examen chaque année et pas de visite intermédiaire',
    from: '2018-07-01',
    to: null,
  },
  {
    id: 'ceiling_regulated_work_minor',
    risk: 'regulated_work_minor',
    articles: ['R4153-40'],
    months: 12,
    words: 'travaux réglementés avant 18 ans, un avis médical chaque année',
    ...SINCE_2017,
  },
]
