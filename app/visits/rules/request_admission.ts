import type { Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import { reasonRequired, type RequestKind } from '#visits/rules/request_kinds'
import type { VisitKind } from '#visits/rules/visit_kinds'
import { decideWish, returnDeadline, type WishRefusal } from '#visits/rules/wish_date'

/** The visits that OSTRA convokes to by itself, and that an employer may ask before (**Visite de suivi**). */
export const FOLLOW_UP_KINDS: readonly VisitKind[] = [
  'initial_information',
  'periodic_information',
  'fitness_hiring',
  'fitness_periodic',
  'intermediate',
  'authorisation',
]

/** No date: the law sets none (end of exposure without a departure). */
export type Due = { kind: VisitKind; until: Day | null }

type FollowUpDue = Due & { until: Day }

export type AdmissionFacts = {
  kind: RequestKind
  reason: string | null
  wishFrom: Day | null
  leftOn: Day | null
  due: readonly Due[]
  /** A follow-up visit to which the employee is convoked already. */
  convokedVisitId: string | null
}

export type AdmissionRefusal =
  | WishRefusal
  | { type: 'reason_missing' }
  | { type: 'employee_left'; leftOn: Day }
  | { type: 'nothing_due' }
  | { type: 'already_convoked'; visitId: string }

/**
 * Decides whether the employer may ask this visit, and until when the law wants it: at the end of the follow-up that is
 * due, eight days after a return (R4624-31), else no date. Only the visit at the end of exposure outlives a departure.
 */
export function admitRequest(
  facts: AdmissionFacts,
  today: Day
): Result<{ legalDeadline: Day | null }, AdmissionRefusal> {
  const { kind, leftOn, due, convokedVisitId } = facts
  if (reasonRequired(kind) && !facts.reason) return refuse({ type: 'reason_missing' })
  const wish = decideWish(kind, facts.wishFrom, today)
  if (!wish.ok) return wish
  if (leftOn !== null && leftOn < today && kind !== 'post_exposure')
    return refuse({ type: 'employee_left', leftOn })
  if (kind === 'return') return ok({ legalDeadline: returnDeadline(wish.value!) })
  if (kind !== 'follow_up') return ok({ legalDeadline: soonestOf(due, (one) => one === kind) })

  if (convokedVisitId !== null) return refuse({ type: 'already_convoked', visitId: convokedVisitId })
  const next = dueFollowUp(due)
  return next ? ok({ legalDeadline: next.until }) : refuse({ type: 'nothing_due' })
}

/** The follow-up visit that is due first: what a follow-up request asks for. */
export function dueFollowUp(due: readonly Due[]): FollowUpDue | null {
  const followUp = due.filter((one): one is FollowUpDue => FOLLOW_UP_KINDS.includes(one.kind) && one.until !== null)
  return followUp.toSorted((one, other) => one.until.localeCompare(other.until))[0] ?? null
}

function soonestOf(due: readonly Due[], wanted: (kind: VisitKind) => boolean): Day | null {
  return due.flatMap(({ kind, until }) => (wanted(kind) && until !== null ? [until] : [])).toSorted()[0] ?? null
}
