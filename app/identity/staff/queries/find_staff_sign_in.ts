import type { Trx } from '#core/tenants'

export type StaffSignIn = { id: string; passwordHash: string; active: boolean }

export async function findStaffSignIn(trx: Trx, email: string): Promise<StaffSignIn | null> {
  return trx
    .from('staff_users')
    .select('id', 'password_hash as passwordHash', 'active')
    .where('email', email.toLowerCase())
    .first()
}
