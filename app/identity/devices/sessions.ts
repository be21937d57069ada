import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/tenants'
import type { Holder } from '#identity/second_factor/holder'

/** The sessions of somebody, in the table of their process. */
export function sessionsOf({ kind, id }: Holder, trx?: Trx) {
  const client = trx ?? db.connection(kind === 'user' ? 'portal' : 'staff')
  return client.from(kind === 'user' ? 'sessions' : 'staff_sessions').where('user_id', id)
}
