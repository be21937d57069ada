import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { endInvitation } from '#identity/actions/end_invitation'
import { rightsOf } from '#identity/rules/rights'

type Invited = { recoveryId: string; memberId: string; staffId: string; name: string; email: string }

/** The invitation to become holder. One that an administrator sent to the same address gives way. */
export async function inviteHolder(trx: Trx, { recoveryId, memberId, staffId, name, email }: Invited, now: DateTime): Promise<void> {
  const pending = await trx
    .from('invitations')
    .select('id')
    .where('member_id', memberId)
    .where((query) => query.where('email', email).orWhere('recovery_id', recoveryId))
    .whereRaw('num_nonnulls(accepted_at, withdrawn_at, superseded_at) = 0')
  for (const { id } of pending) await endInvitation(trx, id, 'superseded_at', now)
  const row = {
    member_id: memberId,
    email,
    full_name: name,
    rights: JSON.stringify(rightsOf('administrateur')),
    recovery_id: recoveryId,
    invited_by_staff: staffId,
    invited_at: now.toISO(),
  }
  const [{ id }] = await trx.insertQuery().table('invitations').insert(row).returning('id')
  await tell(trx, 'invitation', id)
}
