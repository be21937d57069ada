import type { Trx } from '#core/tenants'
import { CONTACT_ROLES, type ContactRole } from '#members/rules/contact_roles'

export type MemberContact = { id: string; role: ContactRole; name: string; email: string; phone: string | null }

/** The member's contacts, those of the roles asked (all of them without), in the order of the roles. */
export async function listContacts(
  trx: Trx,
  memberId: string,
  roles: readonly ContactRole[] = CONTACT_ROLES
): Promise<MemberContact[]> {
  return trx
    .from('contacts')
    .select('id', 'role', 'name', 'email', 'phone')
    .where('member_id', memberId)
    .whereIn('role', [...roles])
    .orderByRaw('array_position(?::text[], role)', [[...CONTACT_ROLES]])
    .orderBy('name')
}
