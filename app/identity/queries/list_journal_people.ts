import type { Trx } from '#core/tenants'

/** Who acts or acted in the current member's account, by name. */
export async function listJournalPeople(trx: Trx): Promise<{ id: string; name: string }[]> {
  const { rows } = await trx.rawQuery('select user_id as id, full_name as name from journal_people() order by full_name')
  return rows
}
