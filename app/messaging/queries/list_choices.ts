import type { Trx } from '#core/tenants'
import type { Choice } from '#messaging/rules/notification_kinds'

/** What a user chose themselves. */
export function listChoices(trx: Trx, userId: string): Promise<Choice[]> {
  return trx.from('notification_choices').select('kind', 'channel', 'wanted').where('user_id', userId)
}
