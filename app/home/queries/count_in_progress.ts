import { parisInstant, yearOf, type Day } from '#shared/dates'
import type { Trx } from '#core/tenants'

export type InProgress = {
  requests: { sent: number; taken: number; planned: number }
  visits: { held: number; cancelled: number; missed: number }
}

/** Requests that are not over, and what the visits of the year became. */
export async function countInProgress(trx: Trx, memberId: string, today: Day): Promise<InProgress> {
  const since = parisInstant(`${yearOf(today)}-01-01`, '00:00').toISO()!
  const { rows } = await trx.rawQuery(
    `select requests.*, outcomes.* from (
       select count(*) filter (where state = 'sent')::int as sent,
         count(*) filter (where state = 'taken')::int as taken,
         count(*) filter (where state = 'planned')::int as planned
       from visit_requests where member_id = :memberId
     ) as requests, (
       select count(*) filter (where state = 'held')::int as held,
         count(*) filter (where state = 'cancelled')::int as cancelled,
         count(*) filter (where state in ('excused', 'unexcused'))::int as missed
       from visits where member_id = :memberId and visible_to_member and starts_at >= :since
     ) as outcomes`,
    { memberId, since }
  )
  const { sent, taken, planned, held, cancelled, missed } = rows[0]
  return { requests: { sent, taken, planned }, visits: { held, cancelled, missed } }
}
