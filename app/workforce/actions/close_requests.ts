import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { cancelRequest } from '#visits'
import type { By } from '#workforce/actions/by'

/** Takes back what was asked for somebody who has left and has no date yet; only the end of exposure outlives a departure. */
export async function closeRequests(trx: Trx, { employeeId, by }: { employeeId: string; by: By }, now: DateTime) {
  if (!('user' in by)) return
  const open = await trx
    .from('visit_requests')
    .select('id')
    .where('employee_id', employeeId)
    .whereIn('state', ['sent', 'taken'])
    .whereNot('kind', 'post_exposure')
  for (const { id } of open) await cancelRequest(trx, { requestId: id, userId: by.user }, now)
}
