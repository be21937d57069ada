import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Escalation } from '#visits/rules/request_watch'

/** Tells the back office that a request waits too long, once for each reason. */
export async function escalateRequest(
  trx: Trx,
  { requestId, kinds }: { requestId: string; kinds: Escalation[] },
  now: DateTime
): Promise<void> {
  for (const kind of kinds) {
    await trx.rawQuery(
      `insert into escalations (visit_request_id, kind, raised_at) values (?, ?, ?)
       on conflict (visit_request_id, kind) do nothing`,
      [requestId, kind, now.toISO()!]
    )
  }
}
