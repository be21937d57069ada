import type { VisitKind } from '#visits/rules/visit_kinds'

export const REQUEST_KINDS = [
  'follow_up',
  'return',
  'employer_demand',
  'mid_career',
  'post_exposure',
  'liaison',
] as const

export type RequestKind = (typeof REQUEST_KINDS)[number]

/** `code`: the form's value. `label` and `help`: what the employer reads beside the radio button. */
export type RequestKindFacts = { kind: RequestKind; code: string; label: string; help: string }

const FACTS: Record<RequestKind, RequestKindFacts> = {
  follow_up: {
    kind: 'follow_up',
    code: 'suivi',
    label: 'Visite de suivi',
    help: 'Embauche, périodique ou intermédiaire. OSTRA convoque de lui-même\u00a0; demandez-la si la date limite approche.',
  },
  return: {
    kind: 'return',
    code: 'reprise',
    label: 'Visite de reprise',
    help: "Après une maternité, une maladie professionnelle, un accident du travail d'au moins 30\u00a0jours, un autre arrêt d'au moins 60\u00a0jours.",
  },
  employer_demand: {
    kind: 'employer_demand',
    code: 'demande',
    label: "Visite à la demande de l'employeur",
    help: 'À tout moment, avec une raison écrite, article R4624-34.',
  },
  mid_career: {
    kind: 'mid_career',
    code: 'mi-carriere',
    label: 'Visite de mi-carrière',
    help: "L'année des 45\u00a0ans.",
  },
  post_exposure: {
    kind: 'post_exposure',
    code: 'fin',
    label: "Visite de fin d'exposition ou de carrière",
    help: 'Pour un salarié qui a eu un suivi renforcé et qui part.',
  },
  liaison: {
    kind: 'liaison',
    code: 'liaison',
    label: 'Rendez-vous de liaison',
    help: "Arrêt de plus de 30\u00a0jours. Ce n'est pas une visite médicale.",
  },
}

export function requestKind(kind: RequestKind): RequestKindFacts {
  return FACTS[kind]
}

/** The choices of the form, in its order. */
export function requestKindChoices(): RequestKindFacts[] {
  return REQUEST_KINDS.map((kind) => FACTS[kind])
}

/** The kind behind a value of the form, null for any other text. */
export function requestKindOf(code: string): RequestKind | null {
  return REQUEST_KINDS.find((kind) => FACTS[kind].code === code) ?? null
}

/** Whether the employer must write why (R4624-34 as OSTRA applies it: its own demand). */
export function reasonRequired(kind: RequestKind): boolean {
  return kind === 'employer_demand'
}

/** The visit that answers a request. A follow-up request gets what is due to the employee: null when nothing is. */
export function visitKindFor(kind: RequestKind, due: VisitKind | null): VisitKind | null {
  if (kind === 'follow_up') return due
  return kind === 'employer_demand' ? 'on_demand' : kind
}
