import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'

export type StaffSignIn = { id: string; passwordHash: string; active: boolean; enrolled: boolean }

/** The account of an e-mail, and whether it signed in before on this device: one query, whatever is known. */
export async function findStaffSignIn(
  trx: Trx,
  { email, device }: { email: string; device: string | null },
  now: DateTime
): Promise<{ account: StaffSignIn | null; knownDevice: boolean }> {
  const { rows } = await trx.rawQuery(
    `select id, password_hash as "passwordHash", active, totp_secret is not null as enrolled, exists (
       select from devices where token_hash = ? and staff_id = staff_users.id and expires_at > ?) as "knownDevice"
     from staff_users where email = ?`,
    [device, now.toISO(), email.toLowerCase()] as string[]
  )
  if (!rows[0]) return { account: null, knownDevice: false }
  const { knownDevice, ...account } = rows[0]
  return { account, knownDevice }
}
