import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { acknowledgeVisit } from '#visits/actions/acknowledge_visit'
import { showConflict } from '#visits/controllers/convocation_page'
import { findConvocation } from '#visits/queries/find_convocation'

export default class AcknowledgementsController {
  async store(ctx: HttpContext) {
    const instant = now()
    const { params, currentMember, currentUser } = ctx
    const { visit, acknowledged } = await ctx.member(async (trx) => {
      orNotFound(await findConvocation(trx, currentMember.id, params.id))
      const result = await acknowledgeVisit(trx, { visitId: params.id, userId: currentUser.id }, instant)
      // Read after the act, which may have waited for another one.
      return { acknowledged: result, visit: (await findConvocation(trx, currentMember.id, params.id))! }
    })
    if (!acknowledged.ok) return showConflict(ctx, visit, instant)

    const title = acknowledged.value.first ? 'La réception est confirmée' : 'La réception était déjà confirmée'
    flash(ctx, { state: 'fine', title, text: 'OSTRA sait que vous avez lu cette convocation.' })
    return seeOther(ctx, `/convocations/${params.id}`)
  }
}
