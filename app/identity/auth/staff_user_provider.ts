import { symbols } from '@adonisjs/auth'
import type { SessionUserProviderContract } from '@adonisjs/auth/types/session'
import db from '@adonisjs/lucid/services/db'
import type { StaffRole } from '#core/http/policy'

export type StaffUser = { id: string; name: string; email: string; role: StaffRole }

/** Reads the staff member at each request: a changed role or a closed account holds at once. */
export class StaffUserProvider implements SessionUserProviderContract<StaffUser> {
  declare [symbols.PROVIDER_REAL_USER]: StaffUser

  async createUserForGuard(user: StaffUser) {
    return { getId: () => user.id, getOriginal: () => user }
  }

  async findById(id: string) {
    const user: StaffUser | null = await db
      .connection('staff')
      .from('staff_users')
      .select('id', 'full_name as name', 'email', 'role')
      .where({ id, active: true })
      .first()
    return user ? this.createUserForGuard(user) : null
  }
}
