import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { RESET_LINK_MINUTES } from '#identity/rules/reset_link'
import { hashToken, mintToken } from '#core/tokens'

export type MintedLink = { token: string; userId: string; email: string; name: string; expiresAt: DateTime }

/**
 * Gives a reset its secret; only the hash is stored. A new call mints anew, which kills the former link, and
 * the user's earlier links with it. Null when the link was used or replaced: nothing is to be sent any more.
 */
export async function mintResetToken(trx: Trx, resetId: string, now: DateTime): Promise<MintedLink | null> {
  const token = mintToken()
  const expiresAt = now.plus({ minutes: RESET_LINK_MINUTES })
  const { rows } = await trx.rawQuery(
    `update password_resets set token_hash = ?, expires_at = ? from users
     where password_resets.id = ? and users.id = password_resets.user_id
       and password_resets.consumed_at is null and password_resets.superseded_at is null
     returning users.id, users.email, users.full_name`,
    [hashToken(token), expiresAt.toISO()!, resetId]
  )
  if (!rows[0]) return null
  await trx
    .from('password_resets')
    .where('user_id', rows[0].id)
    .whereNot('id', resetId)
    .where('requested_at', '<', now.toISO()!)
    .whereNull('consumed_at')
    .whereNull('superseded_at')
    .update({ superseded_at: now.toISO() })
  return { token, userId: rows[0].id, email: rows[0].email, name: rows[0].full_name, expiresAt }
}
