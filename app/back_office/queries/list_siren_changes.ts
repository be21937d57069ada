import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { SirenChangeState } from '#members/rules/siren_change'

export type SirenChangeRow = { id: string; memberName: string; memberNumber: string; newSiret: string; state: SirenChangeState; requestedAt: DateTime; takenBy: string | null; open: boolean }

const MOST = 200

/** The changes of SIREN: those that wait for an answer, the oldest first, then the latest decided. */
export async function listSirenChanges(trx: Trx): Promise<SirenChangeRow[]> {
  const { rows } = await trx.rawQuery(
    `select siren_changes.id, company_name as "memberName", member_number as "memberNumber", new_siret as "newSiret", state,
       requested_at as "requestedAt", staff_users.full_name as "takenBy", state in ('received', 'in_review') as open
     from siren_changes
     join members on members.id = siren_changes.member_id
     left join staff_users on staff_users.id = siren_changes.taken_by
     order by state in ('received', 'in_review') desc, case when state in ('received', 'in_review') then requested_at end, decided_at desc
     limit ?`,
    [MOST]
  )
  return rows.map((row: any) => ({ ...row, requestedAt: DateTime.fromJSDate(row.requestedAt, { zone: 'utc' }) }))
}
