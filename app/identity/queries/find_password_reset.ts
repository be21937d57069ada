import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hashToken } from '#core/tokens'

export type ResetLink = { userId: string; email: string; name: string }

/** The user of a reset link while it can be used; null when it is unknown, used, replaced or past its end. */
export async function findUsableReset(token: string, now: DateTime): Promise<ResetLink | null> {
  const { rows } = await db.connection('portal').rawQuery('select * from find_password_reset(?)', [hashToken(token)])
  const row = rows[0]
  const usable = row && !row.consumed_at && !row.superseded_at && DateTime.fromJSDate(row.expires_at) > now
  return usable ? { userId: row.user_id, email: row.email, name: row.full_name } : null
}
