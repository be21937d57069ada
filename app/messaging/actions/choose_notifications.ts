import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Choice } from '#messaging/rules/notification_kinds'

/** Writes what a user wants to hear of, and how; what was chosen before for the same thing no longer holds. */
export async function chooseNotifications(trx: Trx, userId: string, choices: Choice[], now: DateTime): Promise<void> {
  const rows = choices.map((choice) => ({ user_id: userId, ...choice, chosen_at: now.toISO() }))
  await trx.insertQuery().table('notification_choices').knexQuery.insert(rows).onConflict(['user_id', 'kind', 'channel']).merge()
}
