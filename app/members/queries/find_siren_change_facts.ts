import type { Trx } from '#core/tenants'
import { findSirenChange, type SirenChange } from '#members/queries/find_siren_change'

export type SirenChangeFollowed = SirenChange & { memberNumber: string; takenBy: string | null }

/** What the workflow and its mails need of a change. */
export async function findSirenChangeFacts(trx: Trx, id: string): Promise<SirenChangeFollowed | null> {
  const change = await findSirenChange(trx, id)
  if (!change) return null
  const row = await trx
    .from('siren_changes')
    .select({ memberNumber: 'members.member_number', takenBy: 'siren_changes.taken_by' })
    .join('members', 'members.id', 'siren_changes.member_id')
    .where('siren_changes.id', id)
    .firstOrFail()
  return { ...change, ...row }
}
