import type { Trx } from '#core/tenants'

/** Keys of those who read the employer's mails: the contacts for convocations, else for human resources, else the holder. */
export async function listEmployerRecipients(trx: Trx, memberId: string): Promise<string[]> {
  const contacts = await trx
    .from('contacts')
    .select('id', 'role')
    .where('member_id', memberId)
    .whereIn('role', ['convocations', 'human_resources'])
    .orderBy('id')
  const chosen = ['convocations', 'human_resources'].map((role) => contacts.filter((contact) => contact.role === role))
  const first = chosen.find((list) => list.length > 0)
  if (first) return first.map(({ id }) => `contact:${id}`)

  const holders = await trx.from('accesses').select('user_id').where({ member_id: memberId, holder: true }).whereNull('revoked_at')
  return holders.map((holder) => `user:${holder.user_id}`)
}
