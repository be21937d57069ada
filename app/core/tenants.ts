import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export type Trx = TransactionClientContract

async function scoped<T>(settings: Record<string, string>, work: (trx: Trx) => Promise<T>) {
  return db.connection('portal').transaction(async (trx) => {
    const names = Object.keys(settings)
    await trx.rawQuery(
      `select ${names.map(() => 'set_config(?, ?, true)').join(', ')}`,
      names.flatMap((name) => [name, settings[name]!])
    )
    return work(trx)
  })
}

/** Runs `work` in a transaction that sees the rows of these members, and no other: row-level security reads `app.member_ids`. */
export function asMembers<T>(memberIds: string[], work: (trx: Trx) => Promise<T>, userId = '') {
  return scoped({ 'app.member_ids': memberIds.join(','), 'app.user_id': userId }, work)
}

/** Runs `work` in a transaction that sees one user's own row and accesses. */
export function asUser<T>(userId: string, work: (trx: Trx) => Promise<T>) {
  return scoped({ 'app.user_id': userId }, work)
}

/** Runs `work` in a transaction of OSTRA's staff or of the worker: their database role sees every member. */
export function asStaff<T>(work: (trx: Trx) => Promise<T>) {
  return db.connection('staff').transaction(work)
}
