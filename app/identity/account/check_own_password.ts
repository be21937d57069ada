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
  const { hash, failures } = await asHolder(holder, async (trx) => ({
    hash: await ownHash(trx, holder),
    failures: await readFailures(trx, holder),
  }))
  if (!takesCode(failures, now)) return refuse({ type: 'too_many_tries' })
  if (await verifyPassword(hash, password)) return ok(null)
  await asHolder(holder, async (trx) => {
    const counted = failuresThatCount(await readFailures(trx, holder), now) + 1
    await trx.from(tableOf(holder)).where('id', holder.id).update({ code_failures: counted, code_failed_at: now.toISO() })
    await recordOf(trx, holder, 'password_refused')
  })
  return refuse({ type: 'wrong_password' })
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
