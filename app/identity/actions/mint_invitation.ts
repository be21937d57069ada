import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { hashToken, mintToken } from '#core/tokens'
import { EXPIRE_AFTER_DAYS } from '#identity/rules/invitations'

/** What the mail of an invitation says. `inviter` is null when OSTRA invites. */
export type MintedInvitation = { token: string; company: string; inviter: string | null; becomesHolder: boolean; expiresAt: DateTime }

/**
 * Gives an invitation its secret; only the hash is stored. A new call mints anew, which kills the former. The first mail
 * begins the week, which ends with the last day of the access at the latest; a later one has what is left of it. Null when the invitation is settled or past its end.
 */
export async function mintInvitation(trx: Trx, invitationId: string, { first }: { first: boolean }, now: DateTime): Promise<MintedInvitation | null> {
  const token = mintToken()
  const { rows } = await trx.rawQuery(
    `update invitations set token_hash = :hash, expires_at = case
       when :first then least(cast(:end as timestamptz), (ends_on + 1)::timestamp at time zone 'Europe/Paris') else expires_at end
     from members
     where invitations.id = :id and members.id = invitations.member_id and (:first or invitations.expires_at > :now)
       and num_nonnulls(invitations.accepted_at, invitations.withdrawn_at, invitations.superseded_at) = 0
     returning invitations.expires_at, invitations.recovery_id, members.company_name,
       (select full_name from users where users.id = invitations.invited_by) as inviter`,
    { id: invitationId, first, hash: hashToken(token), now: now.toISO()!, end: now.plus({ days: EXPIRE_AFTER_DAYS }).toISO()! } as never
  )
  const row = rows[0]
  if (!row) return null
  return { token, company: row.company_name, inviter: row.inviter, becomesHolder: row.recovery_id !== null, expiresAt: instant(row.expires_at) }
}
