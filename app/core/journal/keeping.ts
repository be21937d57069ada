import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'

const BATCH = 5000

/** Makes the coming months ready, then seals what is committed; gives how many entries. Writers never wait for it, and several may try at once. */
export async function sealJournal(now: DateTime): Promise<number> {
  await asStaff((trx) => trx.rawQuery('select journal_prepare(?)', [now.toISO()!]))
  for (let total = 0; ; ) {
    const sealed = await asStaff(async (trx) => Number((await trx.rawQuery('select journal_seal() as sealed')).rows[0].sealed))
    total += sealed
    if (sealed < BATCH) return total
  }
}

/** Drops the months that ended twelve months ago; their last seal stays. Gives the first day of each. */
export async function dropExpiredMonths(now: DateTime): Promise<string[]> {
  const { rows } = await asStaff((trx) => trx.rawQuery('select journal_drop_expired(?) as month', [now.toISO()!]))
  return rows.map(({ month }: { month: string }) => month)
}
