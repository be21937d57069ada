import { randomInt } from 'node:crypto'
import type { DateTime } from 'luxon'
import { hashToken } from '#core/tokens'
import type { Trx } from '#core/tenants'
import { ownedBy, type Holder } from '#identity/second_factor/holder'
import { readRecoveryCode, RECOVERY_ALPHABET, RECOVERY_CODES, writeRecoveryCode } from '#identity/rules/recovery_codes'

const mint = () => writeRecoveryCode(Array.from({ length: 16 }, () => randomInt(RECOVERY_ALPHABET.length)))

/** Ten new codes in the place of those before; only their hashes stay (79 bits each: nothing to guess at). */
export async function replaceRecoveryCodes(trx: Trx, holder: Holder, now: DateTime): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, mint)
  await dropRecoveryCodes(trx, holder)
  const rows = codes.map((code) => ({ ...ownedBy(holder), code_hash: hashToken(readRecoveryCode(code)!), made_at: now.toISO()! }))
  await trx.insertQuery().table('recovery_codes').multiInsert(rows)
  return codes
}

export async function dropRecoveryCodes(trx: Trx, holder: Holder) {
  await trx.from('recovery_codes').where(ownedBy(holder)).delete()
}

/** Uses a code once; whether it was one. */
export async function spendRecoveryCode(trx: Trx, holder: Holder, code: string, now: DateTime): Promise<boolean> {
  const spent = await trx
    .from('recovery_codes')
    .where({ ...ownedBy(holder), code_hash: hashToken(code) })
    .whereNull('used_at')
    .update({ used_at: now.toISO() }, ['id'])
  return spent.length === 1
}

export async function countRecoveryCodes(trx: Trx, holder: Holder): Promise<number> {
  const row = await trx.from('recovery_codes').where(ownedBy(holder)).whereNull('used_at').count('* as left').first()
  return Number(row.left)
}
