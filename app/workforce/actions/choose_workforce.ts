import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'

type Choice = { memberId: string; userId: string; requestOnHire: boolean }

/** Whether a hiring asks its visit by itself. */
export async function chooseWorkforce(trx: Trx, { memberId, userId, requestOnHire }: Choice, now: DateTime) {
  const row = { member_id: memberId, request_on_hire: requestOnHire, chosen_by: userId, chosen_at: now.toISO() }
  await trx.insertQuery().table('workforce_choices').insert(row).onConflict('member_id').merge()
  await record(trx, { actor: { kind: 'user', id: userId }, event: 'workforce.choices_changed', memberId, subjectId: memberId })
}
