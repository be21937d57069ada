import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { lockAccesses } from '#identity/actions/access_locks'
import { endInvitation } from '#identity/actions/end_invitation'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'

type Asked = { memberId: string; userId: string; invitationId: string }

/** Another mail, another week: the former link opens nothing any more. */
export async function resendInvitation(
  trx: Trx,
  { memberId, userId, invitationId }: Asked,
  now: DateTime
): Promise<Result<{ invitationId: string }, { type: 'over' }>> {
  await lockAccesses(trx, { memberId, userId }, parisDay(now))
  if (!(await endInvitation(trx, invitationId, 'superseded_at', now))) return refuse({ type: 'over' })
  const { rows } = await trx.rawQuery(
    `insert into invitations (member_id, email, full_name, rights, site_ids, ends_on, invited_by, invited_at)
     select member_id, email, full_name, rights, site_ids, ends_on, :userId, :at from invitations where id = :invitationId returning id`,
    { invitationId, userId, at: now.toISO()! }
  )
  await tell(trx, 'invitation', rows[0].id)
  await record(trx, { actor: { kind: 'user', id: userId }, event: 'invitation.resent', memberId, subjectId: rows[0].id })
  return ok({ invitationId: rows[0].id })
}
