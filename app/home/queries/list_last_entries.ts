import type { Trx } from '#core/tenants'

/** When the user last opened each account, by member; those never opened from the list are not in it. */
export async function listLastEntries(trx: Trx, userId: string): Promise<Map<string, string>> {
  const rows = await trx
    .from('accesses')
    .select('member_id', 'entered_at')
    .where('user_id', userId)
    .whereNull('revoked_at')
    .whereNotNull('entered_at')
  return new Map(rows.map(({ member_id: id, entered_at: at }) => [id, at.toISOString()]))
}
