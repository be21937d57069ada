import type { Trx } from '#core/tenants'

/** Whether the user of an address has an access to a member of the scope, in force or not, that was not revoked. */
export async function hasAccess(trx: Trx, email: string): Promise<boolean> {
  const { rows } = await trx.rawQuery('select exists (select from list_member_users() as users where users.email = ?) as found', [email])
  return rows[0].found
}
