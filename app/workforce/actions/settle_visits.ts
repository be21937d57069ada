import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import {
  askVisit,
  cancelVisit,
  substituteVisit,
  type CancellationRefusal,
  type NotAdmitted,
  type SubstituteRefusal,
  type VisitKind,
} from '#visits'
import { requestForMove } from '#workforce/rules/moved_visit'

/** What becomes of a visit to which somebody is convoked already. `move`: another date is asked of the planner. */
export type VisitDecision =
  | { choice: 'keep' }
  | { choice: 'cancel' }
  | { choice: 'move'; from: Day | null }
  | { choice: 'substitute'; employeeId: string }

export type Settled = { visitId: string; kind: VisitKind; employeeId: string; decision: VisitDecision; reason: string }

export type SettleRefusal = { type: 'visit_kept'; visitId: string; why: CancellationRefusal | SubstituteRefusal }

type Who = { userId: string; memberId: string }

/** Frees or hands over the slots of the visits that a change touches, under the rules of visits: before the change is written. */
export async function settleVisits(trx: Trx, visits: readonly Settled[], { userId }: Who, now: DateTime): Promise<Result<null, SettleRefusal>> {
  for (const { visitId, decision, reason } of visits) {
    const settled = await settle(trx, { visitId, decision, reason, userId }, now)
    if (!settled.ok) return refuse({ type: 'visit_kept', visitId, why: settled.error })
  }
  return ok(null)
}

type One = Pick<Settled, 'visitId' | 'decision' | 'reason'> & { userId: string }

async function settle(trx: Trx, { visitId, decision, reason, userId }: One, now: DateTime) {
  switch (decision.choice) {
    case 'keep':
      return ok(null)
    case 'cancel':
    case 'move':
      return cancelVisit(trx, { visitId, by: { user: userId }, reason }, now)
    case 'substitute':
      return substituteVisit(trx, { visitId, employeeId: decision.employeeId, userId }, now)
  }
}

/** Asks another date for the visits that were moved: after the change is written, since it decides what is due. */
export async function askAgain(trx: Trx, visits: readonly Settled[], { userId, memberId }: Who, now: DateTime): Promise<Result<null, NotAdmitted>> {
  for (const { kind, employeeId, decision, reason } of visits) {
    if (decision.choice !== 'move') continue
    const request = { kind: requestForMove(kind)!, reason, wishFrom: decision.from, note: null }
    const asked = await askVisit(trx, { memberId, employeeIds: [employeeId], userId, ...request }, now)
    if (!asked.ok) return asked
  }
  return ok(null)
}
