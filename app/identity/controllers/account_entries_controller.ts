import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { isLocalPage } from '#core/http/local_page'
import { seeOther } from '#core/htmx'
import { enterMember } from '#identity/actions/enter_member'

export default class AccountEntriesController {
  /** Enters a member: the session stays, the member changes. `vers` is the page wanted there. */
  async store(ctx: HttpContext) {
    const access = orNotFound(ctx.currentUser.accesses.find(({ memberId }) => memberId === ctx.params.id))
    await enterMember(ctx.currentUser, access.memberId, now())
    ctx.session.put('member_id', access.memberId)
    const wanted = ctx.request.input('vers')
    return seeOther(ctx, typeof wanted === 'string' && isLocalPage(wanted) ? wanted : '/tableau-de-bord')
  }
}
