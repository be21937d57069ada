import type { Origin } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** What the employer tells during a stoppage that is longer than `overDays`. */
export type Telling = Row & { overDays: number; origins: readonly Origin[] }

// L4624-2-4 and L1226-1-3 speak of an absence for illness or accident: a maternity or paternity leave is none.
const INCAPACITY = [
  'illness',
  'non_work_accident',
  'work_accident',
  'commuting_accident',
  'occupational_disease',
] as const
const SINCE_2022 = { from: '2022-03-31', to: null, overDays: 30, origins: INCAPACITY }

export const PRE_RETURN_TOLD: readonly Telling[] = [
  {
    id: 'told_pre_return',
    articles: ['L4624-2-4', 'R4624-29'],
    words: "au-delà de 30 jours d'arrêt, l'employeur informe le salarié qu'il peut demander une visite de préreprise",
    ...SINCE_2022,
  },
]

export const LIAISON_TOLD: readonly Telling[] = [
  {
    id: 'told_liaison',
    articles: ['L1226-1-3', 'D1226-8-1'],
    words: "au-delà de 30 jours d'arrêt, l'employeur informe le salarié qu'il peut demander un rendez-vous de liaison",
    ...SINCE_2022,
  },
]

/** Stoppages that the employer tells to the doctor: those shorter than `underDays`, or those of a night worker. */
export type Informing = Row & { origins: readonly Origin[]; underDays: number | null; night: boolean }

export const DOCTOR_INFORMED: readonly Informing[] = [
  {
    id: 'informed_work_accident',
    origins: ['work_accident'],
    underDays: 30,
    night: false,
    articles: ['R4624-33'],
    words: "l'employeur informe le médecin du travail de tout accident du travail de moins de 30 jours",
    from: '2022-03-18',
    to: null,
  },
  {
    id: 'informed_night',
    origins: ['illness', 'occupational_disease'],
    underDays: null,
    night: true,
    articles: ['R3122-12'],
    words: "l'employeur informe le médecin du travail de toute absence pour maladie d'un travailleur de nuit",
    from: '2017-01-01',
    to: null,
  },
]
