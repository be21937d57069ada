import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

/** At the end of an invitation's life, answered or not: its hash goes, so that nothing is left to guess at. */
export async function expireInvitation(trx: Trx, invitationId: string, now: DateTime) {
  await trx
    .from('invitations')
    .where('id', invitationId)
    .whereRaw('(expires_at <= ? or num_nonnulls(accepted_at, withdrawn_at, superseded_at) > 0)', [now.toISO()!])
    .update({ token_hash: null })
}
