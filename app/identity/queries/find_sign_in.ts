import db from '@adonisjs/lucid/services/db'

/** What a sign-in may know of a member number (its holder) or an e-mail, before anybody is signed in. */
export async function findSignIn(identifier: string): Promise<{ userId: string; passwordHash: string | null } | null> {
  const { rows } = await db.connection('portal').rawQuery('select * from find_sign_in(?)', [identifier])
  return rows[0] ? { userId: rows[0].user_id, passwordHash: rows[0].password_hash } : null
}
