import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'

/** Asks a reset link: the number's holder, or the user of the e-mail. Says nothing of whether there is one. */
export async function requestPasswordReset(identifier: string, now: DateTime) {
  await db.connection('portal').rawQuery('select request_password_reset(?, ?)', [identifier, now.toISO()!])
}
