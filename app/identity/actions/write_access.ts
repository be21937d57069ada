import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

type Values = Record<string, unknown>
type Written = { accessId: string; memberId: string; before: Values | null; after: Values; by: { user: string } | { staff: string } }

/** Changes an access and keeps what was there before: the journal says who did what, this says from what to what. */
export async function writeAccess(trx: Trx, change: Written, now: DateTime): Promise<void> {
  await trx.from('accesses').where('id', change.accessId).update(change.after)
  await keepChange(trx, change, now)
}

export async function keepChange(trx: Trx, { accessId, memberId, before, after, by }: Written, now: DateTime): Promise<void> {
  await trx
    .insertQuery()
    .table('access_changes')
    .insert({
      access_id: accessId,
      member_id: memberId,
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
      changed_by: 'user' in by ? by.user : null,
      changed_by_staff: 'staff' in by ? by.staff : null,
      at: now.toISO(),
    })
}
