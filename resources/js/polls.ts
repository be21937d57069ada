import type { HtmxRequestCtx } from 'htmx.org'

/** Asked by the clock (`hx-trigger="every …"`), not by a person. */
export function isPoll(ctx: HtmxRequestCtx) {
  return ctx.sourceEvent?.type === 'every'
}

/** Says so to the server, for which a page that refreshes itself is nobody's action. */
export function markPolls() {
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    if (isPoll(ctx)) ctx.request.headers['X-Poll'] = 'true'
  })
}
