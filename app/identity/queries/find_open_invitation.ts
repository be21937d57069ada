import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { instant } from '#core/instant'
import { presetLabel, presetOf } from '#identity/rules/rights'
import { parisDay, type Day } from '#shared/dates'

/** What whoever holds the link of an invitation may read. */
export type OpenInvitation = {
  id: string
  memberId: string
  company: string
  email: string
  name: string
  /** Null when OSTRA invites. */
  inviter: string | null
  becomesHolder: boolean
  rightsLabel: string
  sites: string[]
  endsOn: Day | null
  expiresAt: DateTime
  hasAccount: boolean
}

/** The invitation of a link while it can be answered; null when it is unknown, settled, replaced or past its end. */
export async function findOpenInvitation(hash: string, now: DateTime): Promise<OpenInvitation | null> {
  const { rows } = await db.connection('portal').rawQuery('select * from find_invitation(?)', [hash])
  const row = rows[0]
  if (!row?.is_open || instant(row.expires_at) <= now || (row.ends_on !== null && row.ends_on < parisDay(now))) return null
  return {
    id: row.id,
    memberId: row.member_id,
    company: row.company_name,
    email: row.email,
    name: row.full_name,
    inviter: row.inviter,
    becomesHolder: row.becomes_holder,
    rightsLabel: presetLabel(presetOf(row.rights)),
    sites: row.site_names,
    endsOn: row.ends_on,
    expiresAt: instant(row.expires_at),
    hasAccount: row.has_account,
  }
}
