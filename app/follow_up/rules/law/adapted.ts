import type { SituationCode } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** What adapts the follow-up: a situation of the person, or work at night. */
export type Ground = Row & { ground: SituationCode | 'night' }

const SINCE_2017 = { articles: ['R4624-17'], from: '2017-01-01', to: null }

export const ADAPTED: readonly Ground[] = [
  { id: 'sia_disability', ground: 'disability', words: 'la reconnaissance de travailleur handicapé', ...SINCE_2017 },
  { id: 'sia_invalidity', ground: 'invalidity_pension', words: "la pension d'invalidité", ...SINCE_2017 },
  { id: 'sia_night', ground: 'night', words: 'le travail de nuit', ...SINCE_2017 },
]
