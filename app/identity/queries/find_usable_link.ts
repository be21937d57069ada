import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hashToken } from '#core/tokens'
import type { LinkPurpose } from '#identity/rules/account_links'

/** `email` and `name` are the person's; `sentTo` is where the link went; `member` is that of a first access. */
export type UsableLink = {
  id: string
  userId: string | null
  email: string
  name: string
  sentTo: string
  hasPassword: boolean
  member: { id: string; number: string; name: string } | null
}

/** A link while it can be used for this; null when it is unknown, used, replaced, past its end or of another kind. */
export async function findUsableLink(token: string, purpose: LinkPurpose, now: DateTime): Promise<UsableLink | null> {
  const { rows } = await db.connection('portal').rawQuery('select * from find_account_link(?)', [hashToken(token)])
  const row = rows[0]
  if (!row || row.purpose !== purpose || row.consumed_at || row.superseded_at) return null
  if (DateTime.fromJSDate(row.expires_at) <= now) return null
  return {
    id: row.id,
    userId: row.user_id,
    email: row.email,
    name: row.full_name,
    sentTo: row.sent_to,
    hasPassword: row.has_password,
    member: row.member_id && { id: row.member_id, number: row.member_number, name: row.company_name },
  }
}
