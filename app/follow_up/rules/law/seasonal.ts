import type { Row } from '#follow_up/rules/law/row'

/** Below `days`, or without a listed risk, a seasonal worker has no individual visit. */
export const SEASONAL: readonly (Row & { days: number })[] = [
  {
    id: 'seasonal',
    days: 45,
    articles: ['D4625-22'],
    words: 'saisonnier de moins de 45 jours, ou sans risque particulier',
    from: '2017-01-01',
    to: null,
  },
]
