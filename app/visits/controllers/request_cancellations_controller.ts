import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { cancelRequest } from '#visits/actions/cancel_request'
import { findRequest } from '#visits/queries/find_request'

/** The employer takes a request back. */
export default class RequestCancellationsController {
  async store(ctx: HttpContext) {
    const { params, currentMember, currentUser } = ctx
    const { request, cancelled } = await ctx.member(async (trx) => ({
      request: orNotFound(await findRequest(trx, currentMember.id, params.id)),
      cancelled: await cancelRequest(trx, { requestId: params.id, userId: currentUser.id }, now()),
    }))
    if (!cancelled.ok) {
      ctx.response.status(409)
      return ctx.view.render('visits/requests/not_cancellable', { request, state: cancelled.error.state })
    }
    flash(ctx, { state: 'fine', title: 'Votre demande est annulée', text: 'OSTRA ne cherchera pas de créneau.' })
    return seeOther(ctx, `/demandes/${params.id}`)
  }
}
