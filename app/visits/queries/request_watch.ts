import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { watchRequest, type RequestWatch } from '#visits/rules/request_watch'

/** What a request deserves at `now`, and when to look again. */
export async function requestWatch(trx: Trx, requestId: string, now: DateTime): Promise<RequestWatch | null> {
  const { rows } = await trx.rawQuery(
    `select state, requested_at, legal_deadline,
       array(select kind from escalations where visit_request_id = visit_requests.id) as escalations
     from visit_requests where id = ?`,
    [requestId]
  )
  const [row] = rows
  if (!row) return null
  const { state, escalations, legal_deadline: legalDeadline } = row
  return watchRequest({ state, requestedAt: instant(row.requested_at), legalDeadline, escalations }, now)
}
