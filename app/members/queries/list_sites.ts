import type { Trx } from '#core/tenants'

export type MemberSite = { id: string; name: string; city: string | null; closed: boolean }

/** The member's sites, by name. */
export async function listSites(trx: Trx, memberId: string): Promise<MemberSite[]> {
  return trx
    .from('sites')
    .select('id', 'name', 'city', trx.raw('closed_at is not null as closed'))
    .where('member_id', memberId)
    .orderBy('name')
}
