import { ORIGINS, type Origin } from '#follow_up/rules/codes'

export const STOPPAGE_ORIGINS = ORIGINS

export type StoppageOrigin = Origin

const LABELS: Record<StoppageOrigin, string> = {
  illness: 'Maladie',
  non_work_accident: 'Accident de la vie privée',
  work_accident: 'Accident du travail',
  commuting_accident: 'Accident de trajet',
  occupational_disease: 'Maladie professionnelle',
  maternity: 'Maternité',
  paternity: 'Paternité',
}

/** The origin as the sick note or the payroll says it: never more. */
export function originLabel(origin: StoppageOrigin): string {
  return LABELS[origin]
}

export function originChoices() {
  return STOPPAGE_ORIGINS.map((value) => ({ value, label: LABELS[value] }))
}
