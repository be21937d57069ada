import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'

export type Invitation = { invitedAt: DateTime; expiresAt: DateTime | null; endsOn: Day | null; over: boolean }

/** How an invitation stands, for the workflow that waits for its answer. */
export async function findInvitation(trx: Trx, id: string): Promise<Invitation | null> {
  const row = await trx.from('invitations').where('id', id).first()
  if (!row) return null
  return {
    invitedAt: instant(row.invited_at),
    expiresAt: maybeInstant(row.expires_at),
    endsOn: row.ends_on,
    over: [row.accepted_at, row.withdrawn_at, row.superseded_at].some((at) => at !== null),
  }
}
