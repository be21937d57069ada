/** Where a visit stands. Only a convoked one can still be cancelled, substituted or given an outcome. */
export const VISIT_STATES = [
  'convoked',
  'held',
  'excused',
  'unexcused',
  'cancelled',
  'substituted',
] as const

export type VisitState = (typeof VISIT_STATES)[number]
