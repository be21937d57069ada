import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { StaffUser } from '#identity/auth/staff_user_provider'
import { ROLE_LABELS } from '#identity/staff/roles'
import { navigationOf } from '#back_office/navigation'
import { plans } from '#back_office/roles'
import { ESCALATIONS } from '#back_office/words'
import { requestStateWord, visitStateWord } from '#visits/rules/state_words'

/** What the masthead shows. Shared before the policy decides, since its refusals are pages with a masthead too. */
export async function staffPage(ctx: HttpContext, next: NextFn) {
  ctx.view.share({ backOffice: true, words: { escalation: ESCALATIONS, request: requestStateWord, visit: visitStateWord } })
  const guard = ctx.auth.use('staff')
  if (await guard.check()) {
    const { id, name, role } = guard.user as StaffUser
    const { menu, entries } = navigationOf(role, ctx.request.url())
    ctx.view.share({ staff: { id, name, roleLabel: ROLE_LABELS[role] }, menu, entries, mayPlan: plans(role) })
  }
  return next()
}
