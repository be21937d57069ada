import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { Preset } from '#identity/rules/rights'

export type Access = {
  memberId: string
  memberNumber: string
  companyName: string
  preset: Preset
  holder: boolean
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

/** The user behind a session, with every member that they may enter now: a right withdrawn is gone at the next request. */
export async function findSessionUser(userId: string): Promise<SessionUser | null> {
  const { rows } = await db
    .connection('portal')
    .rawQuery('select found.*, count_new_notifications(found.id) as notices from find_session_user(?) as found', [userId])
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    name: row.full_name,
    email: row.email,
    lastMemberId: row.last_member_id,
    sessionsFrom: row.sessions_from && DateTime.fromJSDate(row.sessions_from),
    accesses: row.accesses,
    notices: row.notices,
  }
}
