import type { Origin } from '#follow_up/rules/codes'

export const ORIGIN_WORDS: Record<Origin, string> = {
  illness: 'maladie',
  non_work_accident: 'accident non professionnel',
  work_accident: 'accident du travail',
  commuting_accident: 'accident de trajet',
  occupational_disease: 'maladie professionnelle',
  maternity: 'maternité',
  paternity: 'paternité',
}
