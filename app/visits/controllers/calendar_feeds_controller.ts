import type { HttpContext } from '@adonisjs/core/http'
import { createHash } from 'node:crypto'
import { now } from '#core/clock'
import { NotFound } from '#core/exceptions/refusals'
import { publicAddress } from '#core/http/public_address'
import { countAddress } from '#identity'
import { calendarFeed } from '#visits/calendar_file'
import { readFeed } from '#visits/queries/calendar_feed'

/** What agendas come for, without a session: the secret of the address is all that they have. Who tries many of them waits. */
export default class CalendarFeedsController {
  async show(ctx: HttpContext) {
    const { request, response, params } = ctx
    response.header('Referrer-Policy', 'no-referrer').header('X-Robots-Tag', 'noindex').header('Cache-Control', 'private, no-cache')
    const visits = await readFeed(params.token, now())
    if (!visits) {
      await countAddress(ctx, 'token_address', now())
      throw new NotFound()
    }
    const text = calendarFeed(visits, (visitId) => publicAddress(`/convocations/${visitId}`))
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
    response.header('ETag', etag)
    if (request.header('if-none-match', '')!.split(/\s*,\s*/).some((known) => known.replace(/^W\//, '') === etag)) return response.status(304).send('')
    response.header('Content-Type', 'text/calendar; charset=utf-8')
    response.send(text)
  }
}
