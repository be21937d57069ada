import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import type { PostFacts } from '#workforce/actions/write_post'
import { DEPARTURE_TOLD } from '#workforce/queries/lost_to_departure'

/** The posts to come that a departure took away since it was told, the first to begin first. */
export async function listRemovedPosts(trx: Trx, employeeId: string): Promise<(PostFacts & { fromOn: Day })[]> {
  const { rows } = await trx.rawQuery(
    `with told as (${DEPARTURE_TOLD})
     select distinct on (before ->> 'fromOn') before from employment_changes as removed cross join told
     where employee_id = :employeeId and subject = 'post' and after is null and before -> 'risks' is not null and removed.at >= told.at
     order by before ->> 'fromOn', removed.at desc`,
    { employeeId }
  )
  return rows.map((row: { before: PostFacts & { fromOn: Day } }) => row.before)
}
