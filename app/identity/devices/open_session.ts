import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { hasKeptForm } from '#core/http/kept_form'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { rememberDevice } from '#identity/devices/known_device'
import { startSession } from '#identity/gates/session_ended'
import { findSessionUser } from '#identity/queries/find_session_user'

/** All that was asked was given: the session opens, under a new id. Answers the page to lead to. */
export async function openSession(ctx: HttpContext, userId: string, now: DateTime): Promise<string> {
  const askedPage = ctx.session.pull('asked_page', '/tableau-de-bord') as string
  await ctx.auth.use('web').login((await findSessionUser(userId))!)
  // The tag is how the user's sessions are listed, and ended.
  await ctx.session.tag(userId)
  ctx.session.forget('member_id')
  startSession(ctx, now)
  await asUser(userId, async (trx) => {
    await rememberDevice(ctx, trx, { user_id: userId }, now)
    await record(trx, { actor: { kind: 'user', id: userId }, event: 'session.opened', subjectId: userId })
  })
  return hasKeptForm(ctx) ? '/reprise' : askedPage
}
