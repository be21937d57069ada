import type { DateTime } from 'luxon'
import { refresh } from '#follow_up'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { closeRequest, reopenRequest } from '#visits/actions/settle_request'
import { lockVisit } from '#visits/queries/lock'
import type { VisitState } from '#visits/rules/visit_states'

export type Outcome = 'held' | 'excused' | 'unexcused'
export type RecordOutcome = { visitId: string; outcome: Outcome; staffId: string }
export type OutcomeRefusal = { type: 'not_convoked'; state: VisitState } | { type: 'not_started'; startsAt: DateTime }

/** What became of a visit, once it began. Held: what is due next is found anew. Not held: its request waits for another slot. */
export async function recordOutcome(
  trx: Trx,
  { visitId, outcome, staffId }: RecordOutcome,
  now: DateTime
): Promise<Result<null, OutcomeRefusal>> {
  const visit = orNotFound(await lockVisit(trx, visitId))
  const { state, startsAt, memberId, employeeId } = visit
  if (state !== 'convoked') return refuse({ type: 'not_convoked', state })
  if (now < startsAt) return refuse({ type: 'not_started', startsAt })

  await visit.merge({ state: outcome, outcomeAt: now, outcomeBy: staffId }).save()
  if (outcome === 'held') {
    await closeRequest(trx, visit, 'held', now)
    await refresh(trx, [employeeId], parisDay(now))
  } else {
    await reopenRequest(trx, visit)
  }
  await tell(trx, 'visit', visitId, 'changed')
  const actor = { kind: 'staff', id: staffId } as const
  await record(trx, { actor, event: `visit.${outcome}`, memberId, subjectId: visitId })
  await notify(trx, { kind: 'visit_outcome', memberId, visitId, by: actor }, now)
  return ok(null)
}
