import type { DateTime } from 'luxon'
import { maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { verifyPassword } from '#identity/password_hashing'
import { failuresThatCount, takesCode, type CodeFailures } from '#identity/rules/code_attempts'
import { asHolder, recordOf, tableOf, type Holder } from '#identity/second_factor/holder'
import { ok, refuse, type Result } from '#shared/result'

export type PasswordRefusal = { type: 'wrong_password' } | { type: 'too_many_tries' }

/**
 * Whether this is the password of whoever is signed in. Wrong ones count like wrong codes: whoever sits down before an
 * open session may not try many. The hash is computed outside the transactions: it may wait for its turn.
 */
export async function checkOwnPassword(holder: Holder, password: string, now: DateTime): Promise<Result<null, PasswordRefusal>> {
  const hash = await asHolder(holder, async (trx) => ((await countBefore(trx, holder, now)) ? ownHash(trx, holder) : undefined))
  if (hash === undefined) return refuse({ type: 'too_many_tries' })
  const matches = await verifyPassword(hash, password)
  await asHolder(holder, async (trx) => {
    if (!matches) return recordOf(trx, holder, 'password_refused')
    await trx.from(tableOf(holder)).where('id', holder.id).where('code_failures', '>', 0).decrement('code_failures', 1)
  })
  return matches ? ok(null) : refuse({ type: 'wrong_password' })
}

// Before the hash, and taken back by a right one: of many at once, no more are computed than the limit says.
async function countBefore(trx: Trx, holder: Holder, now: DateTime): Promise<boolean> {
  const failures = await readFailures(trx, holder)
  if (!takesCode(failures, now)) return false
  await trx
    .from(tableOf(holder))
    .where('id', holder.id)
    .update({ code_failures: failuresThatCount(failures, now) + 1, code_failed_at: now.toISO() })
  return true
}

async function ownHash(trx: Trx, { kind, id }: Holder): Promise<string | null> {
  if (kind === 'staff') return (await trx.from('staff_users').select('password_hash').where('id', id).first()).password_hash
  const { rows } = await trx.rawQuery('select own_password_hash() as hash')
  return rows[0].hash
}

async function readFailures(trx: Trx, holder: Holder): Promise<CodeFailures> {
  const row = await trx.from(tableOf(holder)).select('code_failures', 'code_failed_at').where('id', holder.id).forUpdate().first()
  return { count: row.code_failures, lastAt: maybeInstant(row.code_failed_at) }
}
