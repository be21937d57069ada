import { now } from '#core/clock'
import { Forbidden, SignedOut } from '#core/exceptions/refusals'
import type { Gatekeeper, Policy } from '#core/http/policy'
import type { StaffUser } from '#identity/auth/staff_user_provider'
import { journalStaffRefusal } from '#identity/gates/journal_refusals'
import { sessionEnded } from '#identity/gates/session_ended'
import type { HttpContext } from '@adonisjs/core/http'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    staff: StaffUser
  }
}

export const staffGate: Gatekeeper = {
  journal: journalStaffRefusal,

  async check(policy: Policy, ctx: HttpContext) {
    if (policy.audience === 'public') return
    ctx.response.header('Cache-Control', 'no-store')
    const guard = ctx.auth.use('staff')
    if (policy.audience !== 'staff' || !(await guard.check())) throw new SignedOut()
    if (sessionEnded(ctx, now())) {
      await guard.logout()
      throw new SignedOut()
    }
    ctx.staff = guard.user as StaffUser
    if (!policy.roles.includes(ctx.staff.role)) throw new Forbidden()
  },
}
