import { symbols } from '@adonisjs/auth'
import type { SessionUserProviderContract } from '@adonisjs/auth/types/session'
import { findSessionUser, type SessionUser } from '#identity/queries/find_session_user'

/** Reads the portal's user through the one function that row-level security leaves open before the member is known. */
export class PortalUserProvider implements SessionUserProviderContract<SessionUser> {
  declare [symbols.PROVIDER_REAL_USER]: SessionUser

  async createUserForGuard(user: SessionUser) {
    return { getId: () => user.id, getOriginal: () => user }
  }

  async findById(id: string) {
    const user = await findSessionUser(id)
    return user ? this.createUserForGuard(user) : null
  }
}
