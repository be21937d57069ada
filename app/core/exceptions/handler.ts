import { wantsFragment } from '#core/htmx'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { HttpError } from '@adonisjs/core/types/http'

const PAGES = new Set([400, 403, 404, 409, 413, 419, 429, 500, 503])
const STATUS_OF_CODE: Record<string, number> = {
  E_BAD_CSRF_TOKEN: 419,
  E_REQUEST_ENTITY_TOO_LARGE: 413,
  // PostgreSQL is away, starting or stopping (appendix A of its manual): come back in a moment.
  'ECONNREFUSED': 503,
  '57P01': 503,
  '57P03': 503,
  '08006': 503,
}

/** Every refusal is a designed page or fragment, with its status; no message of the machine reaches a person. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = false
  protected ignoreStatuses = [400, 401, 403, 404, 409, 413, 419, 422, 429]

  async handle(error: unknown, ctx: HttpContext) {
    const httpError = error as HttpError
    if (httpError.code === 'E_SIGNED_OUT') return this.signIn(ctx)
    if (httpError.code === 'E_ELSEWHERE') return ctx.response.redirect().status(303).toPath(httpError.message)

    const status = STATUS_OF_CODE[httpError.code ?? ''] ?? httpError.status ?? 500
    const page = PAGES.has(status) ? status : status >= 500 ? 500 : 404
    ctx.response.status(page === 404 ? 404 : status)
    // The session is not there when the address matches no route, nor when the database is down.
    ctx.view.share({ htmx: wantsFragment(ctx) })
    const html = await ctx.view.render(`errors/${page}`, { error: httpError })
    return ctx.response.header('Content-Type', 'text/html; charset=utf-8').send(html)
  }

  private signIn(ctx: HttpContext) {
    const signInPath = ctx.request.url().startsWith('/admin') ? '/admin/connexion' : '/connexion'
    if (wantsFragment(ctx)) {
      ctx.response.status(401).header('HX-Redirect', signInPath).send('')
      return
    }
    if (ctx.request.method() === 'GET') ctx.session?.put('asked_page', ctx.request.url(true))
    ctx.response.redirect().status(303).toPath(signInPath)
  }
}
