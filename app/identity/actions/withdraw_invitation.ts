import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { lockAccesses } from '#identity/actions/access_locks'
import { endInvitation } from '#identity/actions/end_invitation'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'

type Asked = { memberId: string; userId: string; invitationId: string }

/** Its link opens nothing any more. */
export async function withdrawInvitation(trx: Trx, { memberId, userId, invitationId }: Asked, now: DateTime): Promise<Result<null, { type: 'over' }>> {
  await lockAccesses(trx, { memberId, userId }, parisDay(now))
  if (!(await endInvitation(trx, invitationId, 'withdrawn_at', now))) return refuse({ type: 'over' })
  await record(trx, { actor: { kind: 'user', id: userId }, event: 'invitation.withdrawn', memberId, subjectId: invitationId })
  return ok(null)
}
