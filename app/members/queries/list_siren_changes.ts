import type { Trx } from '#core/tenants'
import { SIREN_CHANGE_COLUMNS, toSirenChange, type SirenChange } from '#members/queries/find_siren_change'

/** The member's changes of SIREN, the latest first: what was asked, and the numbers it had before. */
export async function listSirenChanges(trx: Trx, memberId: string): Promise<SirenChange[]> {
  const rows = await trx.from('siren_changes').select(SIREN_CHANGE_COLUMNS).where('member_id', memberId).orderBy('requested_at', 'desc').limit(50)
  return rows.map(toSirenChange)
}
