import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { lockRequest } from '#visits/queries/lock'

type Answered = { visitRequestId: string | null }

/** The visit that answered a request will not be: the request waits for another slot. */
export async function reopenRequest(trx: Trx, { visitRequestId }: Answered) {
  await settle(trx, visitRequestId, { state: 'taken' })
}

/** The visit was held, or the employer wants none: the request is over. */
export async function closeRequest(trx: Trx, { visitRequestId }: Answered, state: 'held' | 'cancelled', now: DateTime) {
  await settle(trx, visitRequestId, { state, closedAt: now })
}

async function settle(
  trx: Trx,
  id: string | null,
  change: { state: 'taken' } | { state: 'held' | 'cancelled'; closedAt: DateTime }
) {
  const request = id && (await lockRequest(trx, id))
  if (!request || request.state !== 'planned') return
  await request.merge(change).save()
  await tell(trx, 'visit_request', request.id, 'changed')
}
