/** The codes in which the facts of an employee are written, in the database as in a file to explain. */
export const NATURES = ['permanent', 'fixed_term', 'apprenticeship', 'temporary_agency', 'seasonal'] as const
export const END_REASONS = ['retirement', 'end_of_contract', 'resignation', 'dismissal', 'other'] as const

export const RISKS = [
  'asbestos',
  'lead',
  'cmr',
  'biological_group_2',
  'biological_group_3_4',
  'ionising_a',
  'ionising_b',
  'hyperbaric',
  'scaffold_assembly',
  'handling_over_55kg',
  'regulated_work_minor',
  'electromagnetic_over_limit',
  'employer_listed',
  'driving_authorisation',
  'electrical_authorisation',
] as const

export const SITUATIONS = ['disability', 'invalidity_pension', 'pregnant', 'postpartum', 'breastfeeding'] as const

export const ORIGINS = [
  'illness',
  'non_work_accident',
  'work_accident',
  'commuting_accident',
  'occupational_disease',
  'maternity',
  'paternity',
] as const

export const KINDS = [
  'initial_information',
  'periodic_information',
  'fitness_hiring',
  'fitness_periodic',
  'intermediate',
  'pre_return',
  'return',
  'on_demand',
  'mid_career',
  'post_exposure',
  'authorisation',
] as const

export const PROFESSIONALS = ['doctor', 'nurse', 'intern', 'collaborating_doctor'] as const

export type Nature = (typeof NATURES)[number]
export type EndReason = (typeof END_REASONS)[number]
export type Risk = (typeof RISKS)[number]
export type SituationCode = (typeof SITUATIONS)[number]
export type Origin = (typeof ORIGINS)[number]
export type Kind = (typeof KINDS)[number]
export type Professional = (typeof PROFESSIONALS)[number]
