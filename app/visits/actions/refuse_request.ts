import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import type { WrongRequestState } from '#visits/actions/cancel_request'
import { lockRequest } from '#visits/queries/lock'

/** OSTRA will not give this visit; the employer reads why. */
export async function refuseRequest(
  trx: Trx,
  { requestId, staffId, reason }: { requestId: string; staffId: string; reason: string },
  now: DateTime
): Promise<Result<null, WrongRequestState>> {
  const request = orNotFound(await lockRequest(trx, requestId))
  const { state, memberId } = request
  if (state !== 'sent' && state !== 'taken') return refuse({ type: 'wrong_state', state })

  const refused = { refusedBy: staffId, refusedAt: now, refusalReason: reason }
  await request.merge({ state: 'refused', closedAt: now, ...refused }).save()
  await tell(trx, 'visit_request', requestId, 'changed')
  const actor = { kind: 'staff', id: staffId } as const
  await record(trx, { actor, event: 'visit_request.refused', memberId, subjectId: requestId })
  await notify(trx, { kind: 'request_refused', memberId, requestId, by: actor }, now)
  return ok(null)
}
