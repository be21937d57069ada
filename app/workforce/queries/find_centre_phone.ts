import type { Trx } from '#core/tenants'

/** The phone of the centre that follows the member. */
export async function findCentrePhone(trx: Trx, memberId: string): Promise<string> {
  const row = await trx
    .from('members')
    .join('centres', 'centres.id', 'members.centre_id')
    .select('centres.phone')
    .where('members.id', memberId)
    .firstOrFail()
  return row.phone
}
