import { wantsFragment } from '#core/htmx'
import { now } from '#core/clock'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What every page knows before its controller: the way it was asked, the message left by the last act, the instant. */
export default class PageStateMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.view.share({ htmx: wantsFragment(ctx), flash: ctx.session.flashMessages.get('message'), now: now() })
    ctx.response.vary('HX-Request')
    return next()
  }
}
