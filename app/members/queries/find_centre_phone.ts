import type { Trx } from '#core/tenants'

/** Where this member calls OSTRA: the centre that follows it. */
export async function findCentrePhone(trx: Trx, memberId: string): Promise<string> {
  const centre = await trx
    .from('members')
    .join('centres', 'centres.id', 'members.centre_id')
    .select('centres.phone')
    .where('members.id', memberId)
    .firstOrFail()
  return centre.phone
}
