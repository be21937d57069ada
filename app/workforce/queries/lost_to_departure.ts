import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

/** What was given up since a departure was told: the visits to come that were cancelled or handed over, the requests taken back. */
export type LostToDeparture = { visits: DateTime[]; requests: number }

/** When the departure that stands, or was corrected since, was first told. */
export const DEPARTURE_TOLD = `
  select max(at) as at from employment_changes
  where employee_id = :employeeId and subject = 'employee' and after ->> 'leftOn' is not null and before ->> 'leftOn' is null`

/** Of an employee whose departure is told: asked before it is withdrawn. */
export async function lostToDeparture(trx: Trx, employeeId: string, now: DateTime): Promise<LostToDeparture> {
  const { rows: visits } = await trx.rawQuery(
    `with told as (${DEPARTURE_TOLD})
     select starts_at from visits cross join told
     where employee_id = :employeeId and visible_to_member and state in ('cancelled', 'substituted') and starts_at > :now
       and (exists (select from cancellations where visit_id = visits.id and decision = 'accepted' and cancellations.at >= told.at)
         or exists (select from substitutions where visit_id = visits.id and substitutions.at >= told.at))
     order by starts_at`,
    { employeeId, now: now.toISO()! }
  )
  const { rows: requests } = await trx.rawQuery(
    `with told as (${DEPARTURE_TOLD})
     select count(*)::int as total from visit_requests cross join told
     where employee_id = :employeeId and kind <> 'post_exposure' and state = 'cancelled' and closed_at >= told.at
       and not exists (select from visits where visit_request_id = visit_requests.id)`,
    { employeeId }
  )
  return { visits: visits.map((row: { starts_at: Date }) => DateTime.fromJSDate(row.starts_at)), requests: requests[0].total }
}
