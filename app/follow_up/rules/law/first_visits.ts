import type { Risk } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** The longest time from the taking of the post to the first visit. */
export type Delay = Row & { months: number }

export const GENERAL_DELAY: readonly Delay[] = [
  {
    id: 'first_general',
    articles: ['R4624-10'],
    from: '2017-01-01',
    to: null,
    months: 3,
    words: "visite d'information et de prévention dans les trois mois qui suivent la prise de poste",
  },
]

export const APPRENTICE_DELAY: readonly Delay[] = [
  {
    id: 'first_apprentice',
    articles: ['R6222-36'],
    from: '2020-04-01',
    to: null,
    months: 2,
    words: "visite d'information et de prévention d'un apprenti dans les deux mois",
  },
]

/** What wants the information visit before the post is taken. */
export type BeforePost = Row & { when: { risk: Risk } | { night: true } | { underAge: number } }

export const BEFORE_POST: readonly BeforePost[] = [
  {
    id: 'before_night',
    when: { night: true },
    articles: ['R4624-18'],
    from: '2017-01-01',
    to: null,
    words: "visite d'information et de prévention avant l'affectation à un poste de nuit",
  },
  {
    id: 'before_minor',
    when: { underAge: 18 },
    articles: ['R4624-18'],
    from: '2017-01-01',
    to: null,
    words: "visite d'information et de prévention avant l'affectation, avant 18 ans",
  },
  {
    id: 'before_biological_group_2',
    when: { risk: 'biological_group_2' },
    articles: ['R4426-7'],
    from: '2017-01-01',
    to: null,
    words: "visite d'information et de prévention avant l'affectation à un poste exposé aux agents biologiques du groupe 2",
  },
  {
    id: 'before_electromagnetic',
    when: { risk: 'electromagnetic_over_limit' },
    articles: ['R4453-25'],
    from: '2017-01-01',
    to: null,
    words: "visite d'information et de prévention avant l'affectation à un poste exposé aux champs électromagnétiques au-delà de la limite",
  },
]

export const FITNESS_BEFORE_POST: readonly Row[] = [
  {
    id: 'before_reinforced',
    articles: ['R4624-24'],
    from: '2017-01-01',
    to: null,
    words: "examen médical d'aptitude par le médecin du travail avant l'affectation sur le poste",
  },
]

/** How long before the hiring, or before a later post, a visit still counts as its first; only the health team waives more. */
export const VISIT_BEFORE: readonly Delay[] = [
  {
    id: 'first_held_before',
    articles: ['R4624-15', 'R4624-27'],
    from: '2017-01-01',
    to: null,
    months: 3,
    words: "une visite des trois mois qui précèdent l'embauche compte comme la première",
  },
]
