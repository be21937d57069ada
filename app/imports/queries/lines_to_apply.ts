import type { Trx } from '#core/tenants'

/** `alone`: speaks of the same person as another line, so it waits until that one is done. */
export type LineToApply = { line: number; alone: boolean }

const ACCEPTED = `exists (select from import_items as items where items.import_id = lines.import_id and items.line = lines.line and items.accepted)`
const LEFT_OUT = `exists (select from import_items as items where items.import_id = lines.import_id and items.line = lines.line
  and items.section in ('anomaly', 'duplicate') and items.accepted is not true)`
const ALONE = `exists (select from import_items as items where items.import_id = lines.import_id and items.line = lines.line
  and items.details ->> 'type' = 'same_line')`

/**
 * Some of the lines that are still to be applied: with something accepted, and nothing odd that was left out. Those that repeat
 * another come last.
 */
export async function linesToApply(trx: Trx, importId: string, limit: number): Promise<LineToApply[]> {
  const { rows } = await trx.rawQuery(
    `select line, ${ALONE} as alone from import_lines as lines
     where import_id = ? and applied_at is null and ${ACCEPTED} and not ${LEFT_OUT}
     order by alone, line limit ?`,
    [importId, limit]
  )
  return rows
}
