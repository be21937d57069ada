import type { Trx } from '#core/tenants'

/** How far the application is: of the lines with something accepted, those that are done. */
export async function countApplied(trx: Trx, importId: string): Promise<{ done: number; total: number }> {
  const { rows } = await trx.rawQuery(
    `select count(*)::int as total, count(applied_at)::int as done from import_lines as lines
     where import_id = ? and exists (select from import_items as items where items.import_id = lines.import_id and items.line = lines.line and items.accepted)`,
    [importId]
  )
  return rows[0]
}
