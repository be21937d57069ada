import type { Trx } from '#core/tenants'
import { findSirenChangeFacts, type SirenChangeFollowed } from '#members/queries/find_siren_change_facts'

export type SirenChangePage = SirenChangeFollowed & {
  memberName: string
  askedBy: string
  takenByName: string | null
  decidedByName: string | null
  /** Another member has the SIRET already: a mistake, or a merger to talk about. */
  sameSiret: { name: string; number: string }[]
}

/** A change of SIREN as the staff decide it. */
export async function findSirenChangePage(trx: Trx, id: string): Promise<SirenChangePage | null> {
  const change = await findSirenChangeFacts(trx, id)
  if (!change) return null
  const people = await trx
    .from('siren_changes')
    .select({ memberName: 'members.company_name', askedBy: 'users.full_name', takenByName: 'taker.full_name', decidedByName: 'decider.full_name' })
    .join('members', 'members.id', 'siren_changes.member_id')
    .join('users', 'users.id', 'siren_changes.requested_by')
    .leftJoin('staff_users as taker', 'taker.id', 'siren_changes.taken_by')
    .leftJoin('staff_users as decider', 'decider.id', 'siren_changes.decided_by')
    .where('siren_changes.id', id)
    .firstOrFail()
  const sameSiret = await trx
    .from('members')
    .select({ name: 'company_name', number: 'member_number' })
    .where('siret', change.newSiret)
    .whereNot('id', change.memberId)
  return { ...change, ...people, sameSiret }
}
