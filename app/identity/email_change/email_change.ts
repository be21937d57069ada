import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser, type Trx } from '#core/tenants'
import { actAs } from '#identity/act_as'
import { consumeLink } from '#identity/actions/consume_link'
import { EMAIL_CHANGE_MINUTES } from '#identity/rules/email_change'
import { noticeSecurity } from '#identity/second_factor/security_notices'

export type EmailSide = 'email_old' | 'email_new'
export type AwaitedEmail = { newEmail: string; oldConfirmed: boolean; newConfirmed: boolean }

/** Has a link mailed to either address. Tells nobody whether the new one opens another account. */
export async function askEmailChange(userId: string, newEmail: string, now: DateTime) {
  await asUser(userId, async (trx) => {
    const until = now.plus({ minutes: EMAIL_CHANGE_MINUTES })
    const { rows } = await trx.rawQuery('select ask_email_change(?, ?, ?) as id', [newEmail, now.toISO()!, until.toISO()!])
    if (rows[0].id) await record(trx, { actor: { kind: 'user', id: userId }, event: 'email.requested', subjectId: userId })
  })
}

/** The change that a user awaits now, if any. */
export async function findAwaitedEmail(trx: Trx, userId: string, now: DateTime): Promise<AwaitedEmail | null> {
  const row = await trx
    .from('email_changes')
    .select('new_email', 'old_confirmed_at', 'new_confirmed_at')
    .where('user_id', userId)
    .whereNull('applied_at')
    .whereNull('dropped_at')
    .where('expires_at', '>', now.toISO()!)
    .first()
  return row && { newEmail: row.new_email, oldConfirmed: row.old_confirmed_at !== null, newConfirmed: row.new_confirmed_at !== null }
}

/** The user thought better of it: neither link serves any more. False when nothing was awaited. */
export async function dropEmailChange(userId: string, now: DateTime): Promise<boolean> {
  return asUser(userId, async (trx) => {
    const { rows } = await trx.rawQuery('select drop_email_change(?) as id', [now.toISO()!])
    if (!rows[0]?.id) return false
    await record(trx, { actor: { kind: 'user', id: userId }, event: 'email.cancelled', subjectId: userId })
    return true
  })
}

/**
 * Uses the link of one address, once. With the other one confirmed too the e-mail changes. Null when it serves no more;
 * `failed` when somebody took the address meanwhile.
 */
export async function confirmEmail(token: string, purpose: EmailSide, now: DateTime): Promise<'half' | 'changed' | 'failed' | null> {
  return asUser('', async (trx) => {
    const link = await consumeLink(trx, { token, purpose }, now)
    if (!link) return null
    const { rows } = await trx.rawQuery('select * from confirm_email_change(?, ?)', [link.linkId, now.toISO()!])
    if (!rows[0]) return null
    const { of_user_id: id, applied } = rows[0]
    await actAs(trx, id)
    await record(trx, { actor: { kind: 'user', id }, event: 'email.confirmed', subjectId: id })
    if (!applied) return (await findAwaitedEmail(trx, id, now)) ? 'half' : 'failed'
    await record(trx, { actor: { kind: 'user', id }, event: 'email.changed', subjectId: id })
    await noticeSecurity(trx, { kind: 'user', id }, 'email_changed', now)
    return 'changed'
  })
}
