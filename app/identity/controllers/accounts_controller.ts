import type { HttpContext } from '@adonisjs/core/http'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { enterMember } from '#identity/actions/enter_member'

/** The members that the user may enter; entering one keeps the session and changes the member. */
export default class AccountsController {
  async index({ view, currentUser, currentMember }: HttpContext) {
    return view.render('identity/accounts/index', { accesses: currentUser.accesses, currentId: currentMember?.id })
  }

  async enter(ctx: HttpContext) {
    const access = orNotFound(ctx.currentUser.accesses.find(({ memberId }) => memberId === ctx.params.id))
    await enterMember(ctx.currentUser, access.memberId)
    ctx.session.put('member_id', access.memberId)
    return seeOther(ctx, '/tableau-de-bord')
  }
}
