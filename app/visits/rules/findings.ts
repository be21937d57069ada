import type { Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import type { PractitionerKind, VisitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

export type FindingsFacts = { state: VisitState; kind: VisitKind; practitionerKind: PractitionerKind; heldOn: Day }
export type Findings = { nextBy: Day | null; noMeasureNeeded: boolean | null }
export type FindingsRefusal = { type: 'not_held' } | { type: 'not_by_doctor' } | { type: 'too_early'; heldOn: Day } | { type: 'no_pre_return' }

/**
 * Decides whether the health team may note the doctor's earlier date of a visit (R4624-16, R4624-28), or that a
 * pre-return visit found no measure necessary (R4624-31): of a visit that a doctor held.
 */
export function decideFindings({ state, kind, practitionerKind, heldOn }: FindingsFacts, found: Findings): Result<Findings, FindingsRefusal> {
  if (state !== 'held') return refuse({ type: 'not_held' })
  if (practitionerKind !== 'doctor') return refuse({ type: 'not_by_doctor' })
  if (found.nextBy !== null && found.nextBy <= heldOn) return refuse({ type: 'too_early', heldOn })
  if (found.noMeasureNeeded !== null && kind !== 'pre_return') return refuse({ type: 'no_pre_return' })
  return ok(found)
}
