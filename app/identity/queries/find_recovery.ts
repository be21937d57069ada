import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { FormerBecomes } from '#identity/rules/holder_recoveries'

export type OpenRecovery = {
  id: string
  reason: string
  proof: string
  openedAt: DateTime
  openedBy: string
  formerBecomes: FormerBecomes
  /** Of the holder who is kept out meanwhile. */
  blockedAccessId: string | null
  invitationId: string
  name: string
  email: string
  /** Null until the mail has left. */
  expiresAt: DateTime | null
}

/** The search for a new holder that is under way for a member, with its last invitation. */
export async function findOpenRecovery(trx: Trx, memberId: string): Promise<OpenRecovery | null> {
  const { rows } = await trx.rawQuery(
    `select recoveries.*, staff_users.full_name as opened_by_name, invitations.id as invitation_id, invitations.full_name, invitations.email, invitations.expires_at
     from holder_recoveries as recoveries
     join staff_users on staff_users.id = recoveries.opened_by
     left join lateral (select * from invitations where recovery_id = recoveries.id order by invited_at desc, id desc limit 1) as invitations on true
     where recoveries.member_id = ? and recoveries.closed_at is null`,
    [memberId]
  )
  const row = rows[0]
  return (
    row && {
      id: row.id,
      reason: row.reason,
      proof: row.proof,
      openedAt: instant(row.opened_at),
      openedBy: row.opened_by_name,
      formerBecomes: row.former_becomes,
      blockedAccessId: row.former_blocked ? row.former_access_id : null,
      invitationId: row.invitation_id,
      name: row.full_name,
      email: row.email,
      expiresAt: maybeInstant(row.expires_at),
    }
  )
}
