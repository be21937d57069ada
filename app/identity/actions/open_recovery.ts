import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { inviteHolder } from '#identity/actions/invite_holder'
import { writeAccess } from '#identity/actions/write_access'
import { findOpenRecovery } from '#identity/queries/find_recovery'
import type { FormerBecomes } from '#identity/rules/holder_recoveries'
import { ok, refuse, type Result } from '#shared/result'

export type Recovery = {
  memberId: string
  staffId: string
  /** Why, and what was checked: kept with the procedure. */
  reason: string
  proof: string
  name: string
  email: string
  formerBecomes: FormerBecomes
  /** Whether the holder of now is kept out from this moment on. */
  block: boolean
}

export type RecoveryRefusal = { type: 'already_open' | 'is_holder' }

/**
 * Relations adhérents look for a new holder where nobody reaches the one there is, or there is none. The person invited
 * becomes holder by accepting; until then nobody else does, and the holder of now stays or is kept out, as was chosen.
 */
export async function openRecovery(trx: Trx, recovery: Recovery, now: DateTime): Promise<Result<{ recoveryId: string }, RecoveryRefusal>> {
  const { memberId, staffId, reason, proof, name, email, formerBecomes, block } = recovery
  await trx.rawQuery('select lock_accesses(?)', [memberId])
  if (await findOpenRecovery(trx, memberId)) return refuse({ type: 'already_open' })
  const holder = await trx
    .from('accesses')
    .join('users', 'users.id', 'accesses.user_id')
    .select('accesses.id', 'users.email', 'accesses.suspended_at')
    .where({ member_id: memberId, holder: true })
    .whereNull('revoked_at')
    .first()
  if (holder?.email === email) return refuse({ type: 'is_holder' })

  const blocked = block && holder !== null && holder !== undefined
  const row = { member_id: memberId, reason, proof, former_access_id: holder?.id ?? null, former_becomes: formerBecomes, former_blocked: blocked, opened_by: staffId, opened_at: now.toISO() }
  const [{ id: recoveryId }] = await trx.insertQuery().table('holder_recoveries').insert(row).returning('id')
  if (blocked) {
    const change = { before: { suspended_at: holder.suspended_at }, after: { suspended_at: now.toISO() } }
    await writeAccess(trx, { accessId: holder.id, memberId, ...change, by: { staff: staffId } }, now)
  }
  await inviteHolder(trx, { recoveryId, memberId, staffId, name, email }, now)
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'holder.recovery_opened', memberId, subjectId: memberId })
  return ok({ recoveryId })
}
