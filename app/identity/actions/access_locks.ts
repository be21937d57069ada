import { Forbidden, orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { listAdministrators } from '#identity/queries/list_administrators'
import { administers, type Rights } from '#identity/rules/rights'
import { accessState } from '#identity/rules/access_state'
import type { Day } from '#shared/dates'

export type LockedAccess = { id: string; userId: string; rights: Rights; siteIds: string[] | null; endsOn: Day | null; suspended: boolean; suspendedAt: Date | null; holder: boolean }

/**
 * The accesses of a member that are not revoked, in the hands of this transaction until its end: two administrators who act at once come
 * one after the other, and the second is asked again whether they still are one.
 * @throws Forbidden when the user administers the member no more.
 */
export async function lockAccesses(trx: Trx, { memberId, userId }: { memberId: string; userId: string }, today: Day) {
  await trx.rawQuery('select lock_accesses(?)', [memberId])
  const rows = await trx.from('accesses').where('member_id', memberId).whereNull('revoked_at')
  const accesses = rows.map(lockedAccess)
  const actor = accesses.find((access) => access.userId === userId)
  if (!actor || !administers(actor.rights) || accessState(actor, today) !== 'open') throw new Forbidden(await listAdministrators(trx, today))
  return { actor, find: (accessId: string) => orNotFound(accesses.find(({ id }) => id === accessId)) }
}

function lockedAccess(row: Record<string, any>): LockedAccess {
  return {
    id: row.id,
    userId: row.user_id,
    rights: row.rights,
    siteIds: row.site_ids,
    endsOn: row.ends_on,
    suspended: row.suspended_at !== null,
    suspendedAt: row.suspended_at,
    holder: row.holder,
  }
}
