import type { Trx } from '#core/tenants'

/**
 * Keys of those who read the employer's mails: the contacts for convocations, else for human resources, else the holder. While
 * OSTRA keeps a holder out, the other administrators.
 */
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

  const administrators = await trx
    .from('accesses')
    .select('user_id', 'holder')
    .where('member_id', memberId)
    .whereRaw("rights ->> 'access' = 'write' and revoked_at is null and suspended_at is null and ends_on is null")
    .orderBy('id')
  const holders = administrators.filter(({ holder }) => holder)
  return (holders.length > 0 ? holders : administrators).map((one) => `user:${one.user_id}`)
}
