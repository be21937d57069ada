import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asStaff } from '#core/tenants'
import { orNotFound } from '#core/exceptions/refusals'
import { rememberDevice } from '#identity/devices/known_device'
import { startSession } from '#identity/gates/session_ended'
import { StaffUserProvider } from '#identity/auth/staff_user_provider'

/** Both factors were given: the session opens, under a new id once more. Answers the page to lead to. */
export async function openStaffSession(ctx: HttpContext, staffId: string, now: DateTime): Promise<string> {
  const askedPage = String(ctx.session.pull('asked_page', '/admin'))
  const user = orNotFound(await new StaffUserProvider().findById(staffId))
  await ctx.auth.use('staff').login(user.getOriginal())
  // The tag is how the list of devices finds its sessions, and ends them.
  await ctx.session.tag(staffId)
  startSession(ctx, now)
  await asStaff(async (trx) => {
    await rememberDevice(ctx, trx, { staff_id: staffId }, now)
    await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'staff.signed_in', subjectId: staffId })
  })
  return askedPage.startsWith('/admin') ? askedPage : '/admin'
}
