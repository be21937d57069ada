import type { DateTime } from 'luxon'
import { PRUNINGS } from '#core/housekeeping/prunings'
import { dropExpiredMonths } from '#core/journal/keeping'
import { readSettings } from '#core/settings'
import { asStaff } from '#core/tenants'

export type Pruned = { table: string; rows: number }

/** Lets go of what is no longer to be kept, table by table; gives how many rows each lost. The journal loses whole months. */
export async function pruneAll(now: DateTime): Promise<Pruned[]> {
  const settings = await asStaff(readSettings)
  const pruned: Pruned[] = []
  for (const { table, over, keep } of PRUNINGS) {
    const edge = keep ? now.minus(settings[keep]) : now
    if (edge > now) throw new RangeError(`${keep} keeps nothing: it must be a time that has passed`)
    const { rowCount } = await asStaff((trx) => trx.rawQuery(`delete from ${table} where ${over}`, { edge: edge.toISO() } as never))
    pruned.push({ table, rows: rowCount })
  }
  const months = await dropExpiredMonths(now)
  return [...pruned, { table: 'journal_months', rows: months.length }]
}
