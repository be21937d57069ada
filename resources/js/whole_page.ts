import type { HtmxRequestCtx } from 'htmx.org'
import { isPoll } from './polls'

const PAGE = '#contenu'

/**
 * A whole page (a refusal, the page after an act) goes in place of the page, whatever fragment was asked for,
 * and its address in the address bar. A poll that fails changes nothing.
 */
export function placeWholePages() {
  document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
    const failed = (ctx.response?.status ?? 0) >= 400
    if (isPoll(ctx)) {
      if (failed) ctx.swap = 'none'
    } else if (bringsPage(ctx) && (failed || !ctx.select || ctx.select === PAGE)) {
      takePage(ctx)
    }
  })
  document.addEventListener('htmx:after:history:update', markCurrentSection)
}

function bringsPage({ request, text = '' }: HtmxRequestCtx) {
  return !('HX-Boosted' in request.headers) && /<main\s/.test(text)
}

function takePage(ctx: HtmxRequestCtx) {
  const page = document.querySelector(PAGE)
  if (!page) return
  Object.assign(ctx, { target: page, select: PAGE, swap: 'outerHTML' })

  const answer = ctx.response?.raw
  if (answer?.redirected) ctx[answer.url === location.href ? 'replace' : 'push'] ??= 'true'
}

// The menu stays while the page changes: the longest address that leads here is the current one.
function markCurrentSection() {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.menu nav + nav a')]
  const current = links
    .filter(({ pathname }) => `${location.pathname}/`.startsWith(`${pathname}/`))
    .sort((a, b) => b.pathname.length - a.pathname.length)[0]
  if (!current) return
  for (const link of links) link.removeAttribute('aria-current')
  current.setAttribute('aria-current', current.pathname === location.pathname ? 'page' : 'true')
}
