import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export type Trx = TransactionClientContract

/**
 * Runs `work` in a transaction, and throws when it could not be committed: Knex answers its own COMMIT as if all were well,
 * be it refused by a deferred constraint or lost with the connection, and only tells `executionPromise`.
 */
export async function inTransaction<T>(connection: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  let ended: Promise<unknown> | undefined
  const result = await db.connection(connection).transaction((trx) => {
    ended = trx.knexClient.executionPromise
    // Looked at below; a rollback is thrown by `work` itself.
    ended?.catch(() => {})
    return work(trx)
  })
  await ended
  return result
}
