import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { invitationState, type InvitationState } from '#identity/rules/invitations'
import { presetLabel, presetOf, type Rights } from '#identity/rules/rights'
import type { Day } from '#shared/dates'

export type InvitationRow = {
  id: string
  name: string
  email: string
  rights: Rights
  rightsLabel: string
  sites: string[]
  endsOn: Day | null
  invitedAt: DateTime
  /** Null until its mail has left. */
  expiresAt: DateTime | null
  state: InvitationState
  /** OSTRA sent it, to find a holder again: not the administrators' to withdraw. */
  byStaff: boolean
}

/** What nobody answered yet, the last one first. */
export async function listInvitations(trx: Trx, memberId: string, now: DateTime): Promise<InvitationRow[]> {
  return invitationsWhere(trx, 'member_id = :id and num_nonnulls(accepted_at, withdrawn_at, superseded_at) = 0', memberId, now)
}

/** One of the member, settled or not. */
export async function findMemberInvitation(trx: Trx, id: string, now: DateTime): Promise<InvitationRow | null> {
  const [found] = await invitationsWhere(trx, 'invitations.id = :id', id, now)
  return found ?? null
}

async function invitationsWhere(trx: Trx, condition: string, id: string, now: DateTime): Promise<InvitationRow[]> {
  const { rows } = await trx.rawQuery(
    `select invitations.id, full_name, email, rights, ends_on, invited_at, expires_at, recovery_id is not null as by_staff,
       num_nonnulls(accepted_at, withdrawn_at, superseded_at) > 0 as over,
       array(select sites.name from sites where sites.id = any (site_ids) order by sites.name) as sites
     from invitations where ${condition} order by invited_at desc, invitations.id`,
    { id }
  )
  return rows.map((row: Record<string, any>) => invitationRow(row, now))
}

function invitationRow(row: Record<string, any>, now: DateTime): InvitationRow {
  const expiresAt = maybeInstant(row.expires_at)
  return {
    id: row.id,
    name: row.full_name,
    email: row.email,
    rights: row.rights,
    rightsLabel: presetLabel(presetOf(row.rights)),
    sites: row.sites,
    endsOn: row.ends_on,
    invitedAt: instant(row.invited_at),
    expiresAt,
    state: invitationState({ over: row.over, expiresAt }, now),
    byStaff: row.by_staff,
  }
}
