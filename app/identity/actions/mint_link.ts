import { type DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { LINK_MINUTES, type LinkPurpose } from '#identity/rules/account_links'
import { hashToken, mintToken } from '#core/tokens'

/** `userId` is null while a first access has nobody yet; `memberNumber` is that of a first access, `newEmail` the address that somebody changes to. */
export type MintedLink = { token: string; purpose: LinkPurpose; userId: string | null; memberNumber: string | null; newEmail: string | null; expiresAt: DateTime }

type LinkRow = { purpose: LinkPurpose; user_id: string | null; member_id: string | null }

/**
 * Gives a link its secret; only the hash is stored. A new call mints anew, which kills the former secret, and the
 * earlier links of its kind with it. Null when the link was used or replaced: nothing is to be sent any more.
 */
export async function mintLink(trx: Trx, linkId: string, now: DateTime): Promise<MintedLink | null> {
  const pending = () => trx.from('account_links').whereNull('consumed_at').whereNull('superseded_at')
  const link: LinkRow | null = await pending().where('id', linkId).forUpdate().first()
  if (!link) return null

  const token = mintToken()
  const expiresAt = now.plus({ minutes: LINK_MINUTES[link.purpose] })
  await pending().where('id', linkId).update({ token_hash: hashToken(token), expires_at: expiresAt.toISO() })
  await pending()
    .where({ purpose: link.purpose, user_id: link.user_id, member_id: link.member_id })
    .whereNot('id', linkId)
    .where('requested_at', '<', now.toISO()!)
    .update({ superseded_at: now.toISO() })
  const member = link.member_id && (await trx.from('members').where('id', link.member_id).first())
  const change = link.purpose === 'email_old' && (await trx.from('email_changes').select('new_email').where('old_link_id', linkId).first())
  return { newEmail: change ? change.new_email : null, token, purpose: link.purpose, userId: link.user_id, memberNumber: member?.member_number ?? null, expiresAt }
}
