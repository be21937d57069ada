import type { Trx } from '#core/tenants'

/** Names of the current member's administrators, its holder first: who can give a right. */
export async function listAdministrators(trx: Trx): Promise<string[]> {
  const { rows } = await trx.rawQuery('select list_administrators() as name')
  return rows.map((row: { name: string }) => row.name)
}
