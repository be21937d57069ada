import { Elsewhere, Forbidden } from '#core/exceptions/refusals'
import type { SessionUser } from '#identity/queries/find_session_user'

/** What stops a user without a current member: the choice to make, or that no member is left to enter. */
export function mustChooseMember(user: SessionUser) {
  return user.accesses.length > 0 ? new Elsewhere('/comptes') : new Forbidden()
}
