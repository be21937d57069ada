import type { RequestKind } from '#visits/rules/request_kinds'
import type { VisitKind } from '#visits/rules/visit_kinds'

const REQUESTS: Partial<Record<VisitKind, RequestKind>> = {
  initial_information: 'follow_up',
  periodic_information: 'follow_up',
  fitness_hiring: 'follow_up',
  fitness_periodic: 'follow_up',
  intermediate: 'follow_up',
  return: 'return',
  on_demand: 'employer_demand',
  mid_career: 'mid_career',
  post_exposure: 'post_exposure',
  liaison: 'liaison',
}

/** What an employer asks to have a visit on another date; null for one that is not theirs to ask. */
export function requestForMove(kind: VisitKind): RequestKind | null {
  return REQUESTS[kind] ?? null
}
