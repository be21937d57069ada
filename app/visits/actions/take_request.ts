import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import type { WrongRequestState } from '#visits/actions/cancel_request'
import { lockRequest } from '#visits/queries/lock'

/** A planner says that the request is theirs. */
export async function takeRequest(
  trx: Trx,
  { requestId, staffId }: { requestId: string; staffId: string },
  now: DateTime
): Promise<Result<null, WrongRequestState>> {
  const request = orNotFound(await lockRequest(trx, requestId))
  const { state, memberId } = request
  if (state !== 'sent') return refuse({ type: 'wrong_state', state })

  await request.merge({ state: 'taken', takenBy: staffId, takenAt: now }).save()
  await tell(trx, 'visit_request', requestId, 'changed')
  const actor = { kind: 'staff', id: staffId } as const
  await record(trx, { actor, event: 'visit_request.taken', memberId, subjectId: requestId })
  await notify(trx, { kind: 'request_taken', memberId, requestId, by: actor }, now)
  return ok(null)
}
