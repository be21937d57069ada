import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { countAddress } from '#identity/throttling/count_try'

/** The address of the page is a secret: it goes into no cache, and to no other page. */
export function keepSecret({ response }: HttpContext) {
  response.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer')
}

/** The page of a link that no longer opens anything; who tries many of them waits. */
export async function unusableLink(ctx: HttpContext, page: string) {
  await countAddress(ctx, 'token_address', now())
  ctx.response.status(410)
  return ctx.view.render(page)
}
