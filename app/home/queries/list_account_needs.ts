import { SOON_DAYS, addDays, parisDay } from '#shared/dates'
import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { AccountNeeds } from '#home/rules/accounts'
import { PRESENT, WITHOUT_VISIT } from '#home/queries/without_visit'

/** What needs somebody in each of these members, one query for all: visits that nobody asked, convocations to confirm, requests under way. */
export async function listAccountNeeds(trx: Trx, memberIds: string[], now: DateTime): Promise<Map<string, AccountNeeds>> {
  const today = parisDay(now)
  const { rows } = await trx.rawQuery(
    `select asked.member_id as "memberId", dues.late, dues.soon, visits.unconfirmed, requests.open
     from unnest(string_to_array(:memberIds, ',')::uuid[]) as asked (member_id)
     cross join lateral (
       select count(*) filter (where until_on < :today)::int as late, count(*) filter (where until_on >= :today)::int as soon
       from due_visits join employees on employees.id = due_visits.employee_id
       where due_visits.member_id = asked.member_id and until_on <= :soon and ${PRESENT} and ${WITHOUT_VISIT}) as dues
     cross join lateral (
       select count(*)::int as unconfirmed from visits
       where visits.member_id = asked.member_id and state = 'convoked' and visible_to_member and starts_at > :now
         and not exists (select from acknowledgements where visit_id = visits.id)) as visits
     cross join lateral (
       select count(*)::int as open from visit_requests
       where visit_requests.member_id = asked.member_id and state in ('sent', 'taken')) as requests`,
    { memberIds: memberIds.join(','), today, soon: addDays(today, SOON_DAYS), now: now.toISO()! }
  )
  return new Map(rows.map(({ memberId, ...needs }: AccountNeeds & { memberId: string }) => [memberId, needs]))
}
