import { asUser } from '#core/tenants'
import type { SessionUser } from '#identity/queries/find_session_user'

/** Remembers the member that a user works for, so that the next sign-in opens on it. */
export async function enterMember(user: SessionUser, memberId: string) {
  await asUser(user.id, (trx) => trx.from('users').where('id', user.id).update({ last_member_id: memberId }))
}
