import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { stopMails } from '#messaging/actions/stop_mails'
import { readStopToken } from '#messaging/stop_tokens'

/**
 * The end of notifications by mail, without signing in. The page only asks (a mail filter opens links); the POST of its
 * button and that of a mail program (RFC 8058, "one click") are the same.
 */
export default class StopsController {
  create(ctx: HttpContext) {
    return this.#answer(ctx, (token) => ctx.view.render('messaging/stops/create', { token }))
  }

  store(ctx: HttpContext) {
    return this.#answer(ctx, async (_, userId) => {
      await stopMails(userId, now())
      return ctx.view.render('messaging/stops/done')
    })
  }

  #answer({ params, response, view }: HttpContext, say: (token: string, userId: string) => Promise<string>) {
    response.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer')
    const userId = readStopToken(params.token)
    if (userId) return say(params.token, userId)
    response.status(410)
    return view.render('messaging/stops/unusable')
  }
}
