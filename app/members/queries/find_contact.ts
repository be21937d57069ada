import type { Trx } from '#core/tenants'
import type { ContactRole } from '#members/rules/contact_roles'

export type ContactForm = { id: string; role: ContactRole; name: string; email: string; phone: string | null }

export async function findContact(trx: Trx, memberId: string, id: string): Promise<ContactForm | null> {
  return trx.from('contacts').select('id', 'role', 'name', 'email', 'phone').where({ id, member_id: memberId }).first()
}
