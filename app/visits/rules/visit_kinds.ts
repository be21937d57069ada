import { KINDS } from '#follow_up/rules/codes'

/** Those of the law engine, and the liaison meeting, which is not medical (L1226-1-3). */
export const VISIT_KINDS = [...KINDS, 'liaison'] as const

export type VisitKind = (typeof VISIT_KINDS)[number]

export type PractitionerKind = 'doctor' | 'nurse'

/** `label`: the full name. `title`: before "de …". `short`: in a planning. `minutes`: of the practitioner's time. */
export type VisitKindFacts = {
  label: string
  title: string
  short: string
  heldBy: readonly PractitionerKind[]
  minutes: number
}

// A doctor may entrust every visit to a nurse but the fitness exam and the end of exposure (R4623-14, II).
const ANYONE = ['doctor', 'nurse'] as const
const DOCTOR_ONLY = ['doctor'] as const

/** An interview takes half an hour; an exam, or what may lead to measures, an hour. */
const INTERVIEW_MINUTES = 30
const EXAM_MINUTES = 60

const FACTS: Record<VisitKind, VisitKindFacts> = {
  initial_information: {
    label: "Visite d'information et de prévention, initiale",
    title: "Visite d'embauche",
    short: 'Embauche',
    heldBy: ANYONE,
    minutes: INTERVIEW_MINUTES,
  },
  periodic_information: {
    label: "Visite d'information et de prévention, périodique",
    title: 'Visite périodique',
    short: 'Périodique',
    heldBy: ANYONE,
    minutes: INTERVIEW_MINUTES,
  },
  fitness_hiring: {
    label: "Examen d'aptitude à l'embauche",
    title: "Examen d'aptitude",
    short: 'Aptitude',
    heldBy: DOCTOR_ONLY,
    minutes: EXAM_MINUTES,
  },
  fitness_periodic: {
    label: "Examen d'aptitude périodique",
    title: "Examen d'aptitude",
    short: 'Aptitude',
    heldBy: DOCTOR_ONLY,
    minutes: EXAM_MINUTES,
  },
  intermediate: {
    label: 'Visite intermédiaire',
    title: 'Visite intermédiaire',
    short: 'Intermédiaire',
    heldBy: ANYONE,
    minutes: INTERVIEW_MINUTES,
  },
  pre_return: {
    label: 'Visite de préreprise',
    title: 'Visite de préreprise',
    short: 'Préreprise',
    heldBy: DOCTOR_ONLY,
    minutes: EXAM_MINUTES,
  },
  return: {
    label: 'Visite de reprise',
    title: 'Visite de reprise',
    short: 'Reprise',
    heldBy: ANYONE,
    minutes: EXAM_MINUTES,
  },
  on_demand: {
    label: 'Visite à la demande',
    title: 'Visite à la demande',
    short: 'À la demande',
    heldBy: ANYONE,
    minutes: EXAM_MINUTES,
  },
  mid_career: {
    label: 'Visite de mi-carrière',
    title: 'Visite de mi-carrière',
    short: 'Mi-carrière',
    heldBy: ANYONE,
    minutes: EXAM_MINUTES,
  },
  post_exposure: {
    label: "Visite de fin d'exposition ou de carrière",
    title: "Visite de fin d'exposition ou de carrière",
    short: "Fin d'exposition",
    heldBy: DOCTOR_ONLY,
    minutes: EXAM_MINUTES,
  },
  authorisation: {
    label: "Examen pour l'autorisation de conduite ou l'habilitation électrique",
    title: "Examen d'autorisation",
    short: 'Autorisation',
    heldBy: DOCTOR_ONLY,
    minutes: EXAM_MINUTES,
  },
  liaison: {
    label: 'Rendez-vous de liaison',
    title: 'Rendez-vous de liaison',
    short: 'Liaison',
    heldBy: ANYONE,
    minutes: INTERVIEW_MINUTES,
  },
}

export function visitKind(kind: VisitKind): VisitKindFacts {
  return FACTS[kind]
}

/** Whether a practitioner of this kind may hold such a visit (R4623-14, R4624-24, R4624-28-1; DOMAIN 2 and 5). */
export function mayHold(practitioner: PractitionerKind, kind: VisitKind): boolean {
  return FACTS[kind].heldBy.includes(practitioner)
}
