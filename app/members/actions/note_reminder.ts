import type { Trx } from '#core/tenants'

/** The staff were reminded that many times. */
export async function noteReminder(trx: Trx, changeId: string, reminders: number) {
  await trx.from('siren_changes').where('id', changeId).where('reminders', '<', reminders).update({ reminders })
}
