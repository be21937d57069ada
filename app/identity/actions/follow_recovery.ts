import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { endInvitation } from '#identity/actions/end_invitation'
import { inviteHolder } from '#identity/actions/invite_holder'
import { writeAccess } from '#identity/actions/write_access'
import { findOpenRecovery } from '#identity/queries/find_recovery'
import { ok, refuse, type Result } from '#shared/result'

type Asked = { memberId: string; staffId: string }
type Over = { type: 'over' }

/** Another mail to the same person, another week. */
export async function inviteHolderAgain(trx: Trx, { memberId, staffId }: Asked, now: DateTime): Promise<Result<null, Over>> {
  await trx.rawQuery('select lock_accesses(?)', [memberId])
  const recovery = await findOpenRecovery(trx, memberId)
  if (!recovery) return refuse({ type: 'over' })
  await inviteHolder(trx, { recoveryId: recovery.id, memberId, staffId, name: recovery.name, email: recovery.email }, now)
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'invitation.resent', memberId, subjectId: memberId })
  return ok(null)
}

/** Nobody is looked for any more: the invitation is withdrawn, and the holder who was kept out comes back. */
export async function closeRecovery(trx: Trx, { memberId, staffId }: Asked, now: DateTime): Promise<Result<null, Over>> {
  await trx.rawQuery('select lock_accesses(?)', [memberId])
  const recovery = await findOpenRecovery(trx, memberId)
  if (!recovery) return refuse({ type: 'over' })
  await endInvitation(trx, recovery.invitationId, 'withdrawn_at', now)
  if (recovery.blockedAccessId) {
    const change = { before: { suspended_at: recovery.openedAt.toISO() }, after: { suspended_at: null } }
    await writeAccess(trx, { accessId: recovery.blockedAccessId, memberId, ...change, by: { staff: staffId } }, now)
  }
  await trx.from('holder_recoveries').where('id', recovery.id).update({ closed_at: now.toISO(), closed_by: staffId })
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'holder.recovery_closed', memberId, subjectId: memberId })
  return ok(null)
}
