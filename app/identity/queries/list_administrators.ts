import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'

/** Names of the current member's administrators of this day, its holder first: who can give a right. */
export async function listAdministrators(trx: Trx, today: Day): Promise<string[]> {
  const { rows } = await trx.rawQuery('select list_administrators(?) as name', [today])
  return rows.map((row: { name: string }) => row.name)
}
