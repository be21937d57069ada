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

/** Whether the slot is still this visit's, past or to come: neither given back nor handed over. */
export function keepsItsSlot(state: VisitState): boolean {
  return state !== 'cancelled' && state !== 'substituted'
}
