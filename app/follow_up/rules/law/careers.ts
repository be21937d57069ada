import type { Row } from '#follow_up/rules/law/row'

/** Ages and years around the mid-career visit: it may be joined `yearsBefore`, and stays late `yearsLate`. */
export type MidCareer = Row & { age: number; yearsBefore: number; yearsLate: number }

// Act 2021-1018: not for the years that ended before.
export const MID_CAREER: readonly MidCareer[] = [
  {
    id: 'mid_career',
    age: 45,
    yearsBefore: 2,
    yearsLate: 1,
    articles: ['L4624-2-2'],
    words: "visite de mi-carrière dans l'année civile du 45e anniversaire, ou jointe à une autre visite dans les deux ans qui précèdent",
    from: '2022-03-31',
    to: null,
  },
]

// Decree 2022-372, article 6: ends of exposure noted from 31 March 2022 on.
const SINCE_2022 = { from: '2022-03-31', to: null }

export const POST_EXPOSURE: readonly Row[] = [
  {
    id: 'post_exposure',
    articles: ['L4624-2-1', 'R4624-28-1'],
    words: "visite avec le médecin du travail à la fin de l'exposition ou avant le départ, pour qui a eu un suivi renforcé",
    ...SINCE_2022,
  },
]

export const DEPARTURE_TOLD: readonly Row[] = [
  {
    id: 'departure_told',
    articles: ['R4624-28-2'],
    words: "l'employeur informe le service de la fin de l'exposition ou du départ, dès qu'il en a connaissance, et en avise le salarié",
    ...SINCE_2022,
  },
]
