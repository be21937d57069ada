import type { DateTime } from 'luxon'
import { asUser } from '#core/tenants'
import type { SessionUser } from '#identity/queries/find_session_user'

/** Remembers the member that a user works for and since when, so that the next sign-in opens on it and the list begins with it. */
export async function enterMember(user: SessionUser, memberId: string, now: DateTime) {
  await asUser(user.id, async (trx) => {
    await trx.from('users').where('id', user.id).update({ last_member_id: memberId })
    await trx.from('accesses').where({ user_id: user.id, member_id: memberId }).update({ entered_at: now.toISO() })
  })
}
