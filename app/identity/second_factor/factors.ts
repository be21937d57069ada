import type { Trx } from '#core/tenants'

export type Factors = {
  totp: boolean
  passkeys: number
  /** Whether the password alone opens nothing. */
  asked: boolean
  /** By a key where there is no application. */
  passkeyAfterPassword: boolean
}

/** What a user signs in with beside the password. */
export async function findFactors(trx: Trx, userId: string): Promise<Factors> {
  const { rows } = await trx.rawQuery(
    `select totp_secret is not null as totp, passkey_after_password,
       (select count(*)::int from passkeys where passkeys.user_id = users.id) as passkeys
     from users where id = ?`,
    [userId]
  )
  const { totp, passkeys, passkey_after_password: chosen } = rows[0]
  const passkeyAfterPassword = chosen && passkeys > 0
  return { totp, passkeys, passkeyAfterPassword, asked: totp || passkeyAfterPassword }
}
