import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { SirenChangeState } from '#members/rules/siren_change'

export type SirenChangeRow = { id: string; memberName: string; memberNumber: string; newSiret: string; state: SirenChangeState; requestedAt: DateTime; takenBy: string | null; open: boolean }

export const PAGE_SIZE = 50

/** The changes of SIREN, of a member when its number or SIRET is given: those that wait for an answer, the oldest first, then the latest decided. One more row than a page when there is a next one. */
export async function listSirenChanges(trx: Trx, { search, page }: { search: string; page: number }): Promise<SirenChangeRow[]> {
  const { rows } = await trx.rawQuery(
    `select siren_changes.id, company_name as "memberName", member_number as "memberNumber", new_siret as "newSiret", state,
       requested_at as "requestedAt", staff_users.full_name as "takenBy", state in ('received', 'in_review') as open
     from siren_changes
     join members on members.id = siren_changes.member_id
     left join staff_users on staff_users.id = siren_changes.taken_by
     where :search = '' or member_number = :search or new_siret = :search or former_siret = :search
     order by state in ('received', 'in_review') desc, case when state in ('received', 'in_review') then requested_at end, decided_at desc
     limit :most offset :offset`,
    { search: search.replace(/\s/g, ''), most: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }
  )
  return rows.map((row: any) => ({ ...row, requestedAt: DateTime.fromJSDate(row.requestedAt, { zone: 'utc' }) }))
}
