import type { DateTime } from 'luxon'
import type { Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import type { VisitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

export type SubstitutionFacts = {
  visit: { kind: VisitKind; state: VisitState; startsAt: DateTime }
  candidate: {
    category: 'SI' | 'SIA' | 'SIR'
    /** The kind of visit due to the candidate, null when nothing is. */
    dueKind: VisitKind | null
    /** In the workforce on the day of the visit. */
    present: boolean
    /** Convoked already: at a time that overlaps this visit, or to the visit that is due. */
    hasActiveVisit: boolean
  }
}

export type SubstitutionRefusal =
  | { type: 'not_substitutable'; state: VisitState }
  | { type: 'already_started' }
  | { type: 'not_present' }
  | { type: 'already_convoked' }
  | { type: 'reinforced_only' }
  | { type: 'other_kind' }

// One row of DOMAIN 5 is one kind: the first visit and its renewals take the same time of the same practitioner.
const SAME_KIND: Partial<Record<VisitKind, VisitKind>> = {
  initial_information: 'periodic_information',
  fitness_hiring: 'fitness_periodic',
}
const NEVER = '9999-12-31'
const REINFORCED_ONLY: VisitKind[] = ['fitness_hiring', 'fitness_periodic']

/**
 * Decides whether the candidate may take the slot of a visit: until it starts, for the same kind of visit, a fitness
 * exam only under reinforced follow-up. The value is the kind of the candidate's visit. Length, practitioner and
 * centre are those of the slot.
 */
export function canSubstitute(
  { visit, candidate }: SubstitutionFacts,
  now: DateTime
): Result<{ kind: VisitKind }, SubstitutionRefusal> {
  if (visit.state !== 'convoked') return refuse({ type: 'not_substitutable', state: visit.state })
  if (now >= visit.startsAt) return refuse({ type: 'already_started' })
  if (!candidate.present) return refuse({ type: 'not_present' })
  if (candidate.hasActiveVisit) return refuse({ type: 'already_convoked' })
  if (REINFORCED_ONLY.includes(visit.kind) && candidate.category !== 'SIR') {
    return refuse({ type: 'reinforced_only' })
  }
  const { dueKind } = candidate
  if (dueKind === null || familyOf(dueKind) !== familyOf(visit.kind))
    return refuse({ type: 'other_kind' })
  return ok({ kind: dueKind })
}

/** The candidates, nearest date limit first; those that have none come last, in the order given. */
export function rankCandidates<T extends { dueOn: Day | null }>(candidates: readonly T[]): T[] {
  const limit = ({ dueOn }: T) => dueOn ?? NEVER
  return candidates.toSorted((one, other) => limit(one).localeCompare(limit(other)))
}

function familyOf(kind: VisitKind): VisitKind {
  return SAME_KIND[kind] ?? kind
}
