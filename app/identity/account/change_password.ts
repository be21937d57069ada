import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { sessionsOf } from '#identity/devices/sessions'
import { startSession } from '#identity/gates/session_ended'
import { hashPassword } from '#identity/password_hashing'
import { asHolder, recordOf, type Holder } from '#identity/second_factor/holder'
import { noticeSecurity } from '#identity/second_factor/security_notices'

/** Sets a new password: the other sessions end, this one goes on under a new id, a mail tells it. */
export async function changePassword(ctx: HttpContext, holder: Holder, password: string, now: DateTime) {
  const passwordHash = await hashPassword(password)
  const { sessionId } = ctx.session
  await asHolder(holder, async (trx) => {
    if (holder.kind === 'user') {
      await trx.rawQuery('select change_own_password(?, ?, ?)', [passwordHash, sessionId, now.toISO()!])
    } else {
      await trx.from('staff_users').where('id', holder.id).update({ password_hash: passwordHash })
      await sessionsOf(holder, trx).whereNot('id', sessionId).delete()
    }
    await recordOf(trx, holder, 'password_changed')
    await noticeSecurity(trx, holder, 'password_changed', now)
  })
  ctx.session.regenerate()
  await ctx.session.tag(holder.id)
  startSession(ctx, now)
}
