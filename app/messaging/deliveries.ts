import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

/** `attempt` counts those whose end is unknown, this one included. */
export type Claim = { id: string; attempt: number }

type Key = { message: string; subjectId: string; recipient: string; mostAttemptsInDoubt?: number }

/** Counts an attempt before it is made. Null when the message was sent, or may have been as often as it may be. */
export async function claimDelivery(trx: Trx, key: Key): Promise<Claim | null> {
  const { message, subjectId, recipient, mostAttemptsInDoubt = Number.MAX_SAFE_INTEGER } = key
  await trx.rawQuery('insert into deliveries (message, subject_id, recipient) values (?, ?, ?) on conflict do nothing', [
    message,
    subjectId,
    recipient,
  ])
  const { rows } = await trx.rawQuery(
    `update deliveries set attempts_in_doubt = attempts_in_doubt + 1
     where message = ? and subject_id = ? and recipient = ? and sent_at is null and attempts_in_doubt < ?::bigint
     returning id, attempts_in_doubt as attempt`,
    [message, subjectId, recipient, mostAttemptsInDoubt]
  )
  return rows[0] ?? null
}

/** Locks the delivery until the end of the transaction; false when another attempt has come since. */
export async function stillHolds(trx: Trx, { id, attempt }: Claim) {
  const { rows } = await trx.rawQuery('select attempts_in_doubt, sent_at from deliveries where id = ? for update', [id])
  return rows[0].sent_at === null && rows[0].attempts_in_doubt === attempt
}

/** The attempt certainly failed: it does not count. */
export async function releaseClaim(trx: Trx, { id }: Claim) {
  await trx.rawQuery('update deliveries set attempts_in_doubt = attempts_in_doubt - 1 where id = ?', [id])
}

export async function markSent(trx: Trx, { id }: Claim, now: DateTime) {
  await trx.from('deliveries').where('id', id).update({ sent_at: now.toISO() })
}
