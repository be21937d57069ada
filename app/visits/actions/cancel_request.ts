import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { lockRequest } from '#visits/queries/lock'
import type { RequestState } from '#visits/rules/request_watch'

export type WrongRequestState = { type: 'wrong_state'; state: RequestState }

/** The employer takes a request back while it has no date: after that it is the visit that one cancels. */
export async function cancelRequest(
  trx: Trx,
  { requestId, userId }: { requestId: string; userId: string },
  now: DateTime
): Promise<Result<null, WrongRequestState>> {
  const request = orNotFound(await lockRequest(trx, requestId))
  const { state, memberId } = request
  if (state !== 'sent' && state !== 'taken') return refuse({ type: 'wrong_state', state })

  await request.merge({ state: 'cancelled', closedAt: now }).save()
  await tell(trx, 'visit_request', requestId, 'changed')
  const actor = { kind: 'user', id: userId } as const
  await record(trx, { actor, event: 'visit_request.cancelled', memberId, subjectId: requestId })
  return ok(null)
}
