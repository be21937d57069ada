import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { UpcomingVisit } from '#home/rules/ledger'
import { cancellationLimit, type CancellationMode } from '#visits/rules/cancellation_window'

/** The member's convocations to come, the next one first, each with the limit of its cancellation. */
export async function listUpcomingVisits(
  trx: Trx,
  memberId: string,
  mode: CancellationMode,
  now: DateTime
): Promise<UpcomingVisit[]> {
  const { rows } = await trx.rawQuery(
    `select visits.id, first_name || ' ' || family_name as name, starts_at, convoked_at,
       exists (select from acknowledgements where visit_id = visits.id) as acknowledged
     from visits join employees on employees.id = visits.employee_id
     where visits.member_id = ? and state = 'convoked' and visible_to_member and starts_at > ?
     order by starts_at, visits.id`,
    [memberId, now.toISO()!]
  )
  return rows.map(({ starts_at: start, convoked_at: convokedAt, ...visit }: any) => {
    const startsAt = DateTime.fromJSDate(start, { zone: 'utc' })
    return { ...visit, startsAt, convokedAt: DateTime.fromJSDate(convokedAt, { zone: 'utc' }), limit: cancellationLimit(startsAt, mode) }
  })
}
