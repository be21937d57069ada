import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { cancelRequest } from '#visits'
import type { By } from '#workforce/actions/by'

type Whose = { employeeId: string; by: By }

/** Takes back what was asked for somebody who has left and has no date yet; only the end of exposure outlives a departure. */
export function closeRequests(trx: Trx, whose: Whose, now: DateTime): Promise<number> {
  return close(trx, openOf(trx, whose).whereNot('kind', 'post_exposure'), whose, now)
}

/** Takes back what was asked, and has no date yet, for an exposure that does not end. */
export function closeExposureRequests(trx: Trx, whose: Whose, now: DateTime): Promise<number> {
  return close(trx, openOf(trx, whose).where('kind', 'post_exposure'), whose, now)
}

function openOf(trx: Trx, { employeeId }: Whose) {
  return trx.from('visit_requests').select('id').where('employee_id', employeeId).whereIn('state', ['sent', 'taken'])
}

async function close(trx: Trx, open: PromiseLike<{ id: string }[]>, { by }: Whose, now: DateTime): Promise<number> {
  if (!('user' in by)) return 0
  const requests = await open
  for (const { id } of requests) await cancelRequest(trx, { requestId: id, userId: by.user }, now)
  return requests.length
}
