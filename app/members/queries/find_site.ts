import type { Trx } from '#core/tenants'

export type SiteForm = { id: string; name: string; addressLine: string | null; postalCode: string | null; city: string | null; siret: string | null; closed: boolean; people: number }

/** A site of the member, with how many people are there now. */
export async function findSite(trx: Trx, memberId: string, id: string, today: string): Promise<SiteForm | null> {
  return trx
    .from('sites')
    .select('id', 'name', 'city', 'siret')
    .select({ addressLine: 'address_line', postalCode: 'postal_code' })
    .select(trx.raw('closed_at is not null as closed'))
    .select(
      trx.raw('(select count(*)::int from employees where site_id = sites.id and (left_on is null or left_on >= ?)) as people', [today])
    )
    .where({ id, member_id: memberId })
    .first()
}
