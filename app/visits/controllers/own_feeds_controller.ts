import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { publicAddress } from '#core/http/public_address'
import { isResumed } from '#core/http/kept_form'
import { seeOther } from '#core/htmx'
import { createFeed, revokeFeed } from '#visits/actions/calendar_feed'
import { findOwnFeed } from '#visits/queries/calendar_feed'

/** The secret address by which a user's agenda follows the visits of the member worked for. */
export default class OwnFeedsController {
  async show(ctx: HttpContext) {
    return this.#page(ctx, null)
  }

  /** The new address is on the answer itself and nowhere else: nothing keeps it to show it again. */
  async store(ctx: HttpContext) {
    if (isResumed(ctx)) return this.#page(ctx, null)
    const token = await ctx.member((trx) => createFeed(trx, whose(ctx), now()))
    return this.#page(ctx, publicAddress(`/agenda/${token}`))
  }

  async destroy(ctx: HttpContext) {
    const ended = await ctx.member((trx) => revokeFeed(trx, whose(ctx), now()))
    const title = ended ? "L'adresse ne fonctionne plus" : "Il n'y avait pas d'adresse à supprimer"
    flash(ctx, { state: 'fine', title, text: 'Un agenda qui la suivait ne reçoit plus rien\u00a0; retirez-la de ses réglages.' })
    return seeOther(ctx, '/convocations/agenda')
  }

  async #page(ctx: HttpContext, address: string | null) {
    const createdAt = await ctx.member((trx) => findOwnFeed(trx, whose(ctx)))
    return ctx.view.render('visits/feeds/show', { createdAt, address, company: ctx.currentMember.name })
  }
}

function whose({ currentUser, currentMember }: HttpContext) {
  return { userId: currentUser.id, memberId: currentMember.id }
}
