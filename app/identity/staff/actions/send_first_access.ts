import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'

export type FirstAccessRefusal = { type: 'not_waiting' } | { type: 'just_sent' }

/** Staff has the link of a first access sent to the contact on file. Refused when somebody has a password, or nobody an address. */
export async function sendFirstAccess(
  trx: Trx,
  { memberId, staffId }: { memberId: string; staffId: string },
  now: DateTime
): Promise<Result<void, FirstAccessRefusal>> {
  const found = await trx.rawQuery('select * from find_first_access(?)', [memberId])
  if (!found.rows[0]) return refuse({ type: 'not_waiting' })
  const { user_id: userId, email, name } = found.rows[0]
  const values = ['first_access', userId, memberId, email, name, now.toISO()] as string[]
  const asked = await trx.rawQuery('select ask_account_link(?, ?, ?, ?, ?, ?) as id', values)
  if (!asked.rows[0].id) return refuse({ type: 'just_sent' })
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'first_access.sent', memberId, subjectId: memberId })
  return ok(undefined)
}
