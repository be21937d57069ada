import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { now } from '#core/clock'
import { presetOf, type Preset, type Rights } from '#identity/rules/rights'
import { parisDay, type Day } from '#shared/dates'

export type Access = {
  memberId: string
  memberNumber: string
  companyName: string
  rights: Rights
  /** The preset that these rights are; null when they were chosen one by one. */
  preset: Preset | null
  holder: boolean
  /** The user sees the employees of these sites only; null: all of them. */
  siteIds: string[] | null
  /** The last day on which it opens. */
  endsOn: Day | null
}

export type SessionUser = {
  id: string
  name: string
  email: string
  lastMemberId: string | null
  /** Sessions that started before are over: the password was changed since. */
  sessionsFrom: DateTime | null
  accesses: Access[]
  /** How many things wait behind the bell, by member. */
  notices: Record<string, number>
}

/**
 * The user behind a session, with every member that they may enter today: a right withdrawn is gone at the next request.
 * The guard of the session asks it with an id only, so it reads the clock itself.
 */
export async function findSessionUser(userId: string): Promise<SessionUser | null> {
  const { rows } = await db
    .connection('portal')
    .rawQuery('select found.*, count_new_notifications(found.id) as notices from find_session_user(?, ?) as found', [userId, parisDay(now())])
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    name: row.full_name,
    email: row.email,
    lastMemberId: row.last_member_id,
    sessionsFrom: row.sessions_from && DateTime.fromJSDate(row.sessions_from),
    accesses: row.accesses.map((access: Omit<Access, 'preset'>) => ({ ...access, preset: presetOf(access.rights) })),
    notices: row.notices,
  }
}
