import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'

const AT_ONCE = 200
const LOCKS = ['passkeys', 'recovery_codes', 'notification_choices', 'devices']

/**
 * Erases some of the users whose last access ended long ago: name, address, password and every lock go. The row stays, since
 * what was done points to it, and says nothing of anybody. Gives how many were erased.
 */
export async function eraseFormerUsers(trx: Trx, now: DateTime): Promise<number> {
  const { keep_users: keep } = await readSettings(trx)
  const edge = now.minus(keep)
  const { rows } = await trx.rawQuery(
    `update users set erased_at = :now, full_name = 'Ancien utilisateur', email = 'efface-' || id || '@utilisateur.invalid',
       password_hash = null, totp_secret = null, passkey_after_password = false, last_member_id = null
     where id in (
       select id from users as former
       where erased_at is null and created_at < :edge
         and not exists (
           select from accesses where accesses.user_id = former.id
             and not coalesce(revoked_at < :edge, false) and not coalesce(ends_on < :edgeDay, false))
       order by created_at limit :most for update skip locked)
     returning id`,
    { now: now.toISO(), edge: edge.toISO(), edgeDay: parisDay(edge), most: AT_ONCE } as never
  )
  const ids = rows.map(({ id }: { id: string }) => id)
  for (const table of LOCKS) await trx.from(table).whereIn('user_id', ids).delete()
  for (const id of ids) await record(trx, { actor: { kind: 'system' }, event: 'user.erased', subjectId: id })
  return ids.length
}
