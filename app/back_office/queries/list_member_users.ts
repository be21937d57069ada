import type { DateTime } from 'luxon'
import { maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { accessState, type AccessState } from '#identity/rules/access_state'
import { DOMAINS, domainLabel, levelLabel, presetLabel, presetOf, type Rights } from '#identity/rules/rights'
import type { Day } from '#shared/dates'

export type MemberUser = {
  id: string
  name: string
  email: string
  rightsLabel: string
  /** Of rights that are no preset's, what they open. */
  opened: string[]
  sites: string[]
  endsOn: Day | null
  state: AccessState | 'revoked'
  holder: boolean
  signedInAt: DateTime | null
}

/** The users of a member with their rights, those who are gone last. */
export async function listMemberUsers(trx: Trx, memberId: string, today: Day): Promise<MemberUser[]> {
  const { rows } = await trx.rawQuery(
    `select accesses.*, users.full_name, users.email,
       array(select sites.name from sites where sites.id = any (accesses.site_ids) order by sites.name) as sites,
       (select at from journal_entries where event = 'session.opened' and actor_id = users.id order by at desc limit 1) as signed_in_at
     from accesses join users on users.id = accesses.user_id
     where accesses.member_id = ?
     order by accesses.revoked_at is not null, accesses.holder desc, users.full_name, accesses.created_at`,
    [memberId]
  )
  return rows.map((row: Record<string, any>) => memberUser(row, today))
}

function memberUser(row: Record<string, any>, today: Day): MemberUser {
  const preset = presetOf(row.rights)
  return {
    id: row.id,
    name: row.full_name,
    email: row.email,
    rightsLabel: presetLabel(preset),
    opened: preset === null ? openedBy(row.rights) : [],
    sites: row.sites,
    endsOn: row.ends_on,
    state: row.revoked_at ? 'revoked' : accessState({ suspended: row.suspended_at !== null, endsOn: row.ends_on }, today),
    holder: row.holder,
    signedInAt: maybeInstant(row.signed_in_at),
  }
}

const openedBy = (rights: Rights) =>
  DOMAINS.filter((domain) => rights[domain] !== 'none').map((domain) => `${domainLabel(domain)}\u00a0: ${levelLabel(rights[domain]).toLowerCase()}`)
