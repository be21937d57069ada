import type { DateTime } from 'luxon'
import { maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { accessState, type AccessState } from '#identity/rules/access_state'
import { presetLabel, presetOf, type Rights } from '#identity/rules/rights'
import type { Day } from '#shared/dates'

export type AccessRow = {
  id: string
  userId: string
  name: string
  email: string
  rights: Rights
  rightsLabel: string
  siteIds: string[] | null
  sites: string[]
  endsOn: Day | null
  state: AccessState
  suspended: boolean
  holder: boolean
  signedInAt: DateTime | null
}

/** Who may enter a member, its holder first, then its administrators; those revoked are in the journal. */
export async function listAccesses(trx: Trx, memberId: string, today: Day): Promise<AccessRow[]> {
  const { rows } = await trx.rawQuery(
    `select accesses.id, accesses.user_id, accesses.rights, accesses.site_ids, accesses.ends_on, accesses.suspended_at, accesses.holder,
       users.full_name, users.email, users.signed_in_at,
       array(select sites.name from sites where sites.id = any (accesses.site_ids) order by sites.name) as sites
     from accesses join list_member_users() as users on users.access_id = accesses.id
     where accesses.member_id = ?
     order by accesses.holder desc, accesses.rights ->> 'access' = 'write' desc, users.full_name, users.email`,
    [memberId]
  )
  return rows.map((row: Record<string, any>) => accessRow(row, today))
}

function accessRow(row: Record<string, any>, today: Day): AccessRow {
  const suspended = row.suspended_at !== null
  return {
    id: row.id,
    userId: row.user_id,
    name: row.full_name,
    email: row.email,
    rights: row.rights,
    rightsLabel: presetLabel(presetOf(row.rights)),
    siteIds: row.site_ids,
    sites: row.sites,
    endsOn: row.ends_on,
    state: accessState({ suspended, endsOn: row.ends_on }, today),
    suspended,
    holder: row.holder,
    signedInAt: maybeInstant(row.signed_in_at),
  }
}
