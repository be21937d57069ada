import type { Trx } from '#core/tenants'

export type MemberSite = { id: string; name: string }

/** The member's sites, by name. */
export async function listSites(trx: Trx, memberId: string): Promise<MemberSite[]> {
  return trx.from('sites').select('id', 'name').where('member_id', memberId).orderBy('name')
}
