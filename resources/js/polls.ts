import type { HtmxRequestCtx } from 'htmx.org'

/** Asked by the clock (`hx-trigger="every …"`), not by a person. */
export function isPoll(ctx: HtmxRequestCtx) {
  return ctx.sourceEvent?.type === 'every'
}
