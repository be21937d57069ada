import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { lockAccesses } from '#identity/actions/access_locks'
import { endInvitation } from '#identity/actions/end_invitation'
import { hasAccess } from '#identity/queries/has_access'
import type { AccessTerms } from '#identity/rules/access_terms'
import { instant } from '#core/instant'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'

export type InviteRefusal = { type: 'has_access' | 'already_invited' }

type Invited = { memberId: string; userId: string; name: string; email: string; terms: AccessTerms }

/**
 * Invites somebody by mail. What is answered depends on what the administrator can see anyway, the users and the
 * invitations of the member: never on whether the address has an account elsewhere.
 */
export async function invite(trx: Trx, { memberId, userId, name, email, terms }: Invited, now: DateTime): Promise<Result<{ invitationId: string }, InviteRefusal>> {
  await lockAccesses(trx, { memberId, userId }, parisDay(now))
  if (await hasAccess(trx, email)) return refuse({ type: 'has_access' })

  const pending = await trx.from('invitations').select('id', 'expires_at').where({ member_id: memberId, email })
    .whereRaw('num_nonnulls(accepted_at, withdrawn_at, superseded_at) = 0').first()
  if (pending && !(pending.expires_at && instant(pending.expires_at) <= now)) return refuse({ type: 'already_invited' })
  if (pending) await endInvitation(trx, pending.id, 'superseded_at', now)

  const row = {
    member_id: memberId,
    email,
    full_name: name,
    rights: JSON.stringify(terms.rights),
    site_ids: terms.siteIds,
    ends_on: terms.endsOn,
    invited_by: userId,
    invited_at: now.toISO(),
  }
  const [{ id }] = await trx.insertQuery().table('invitations').insert(row).returning('id')
  await tell(trx, 'invitation', id)
  await record(trx, { actor: { kind: 'user', id: userId }, event: 'invitation.sent', memberId, subjectId: id })
  return ok({ invitationId: id })
}
