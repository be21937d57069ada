import env from '#start/env'
import { wantsFragment } from '#core/htmx'
import { OtherMember } from '#core/exceptions/refusals'
import { keepForm } from '#core/http/kept_form'
import { isLocalPage } from '#core/http/local_page'
import { policyOf } from '#core/http/policy'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { HttpError } from '@adonisjs/core/types/http'

const PAGES = new Set([400, 403, 404, 409, 413, 415, 419, 429, 500, 503])
const STATUS_OF_CODE: Record<string, number> = {
  E_BAD_CSRF_TOKEN: 419,
  E_REQUEST_ENTITY_TOO_LARGE: 413,
  // A body that is not compressed as it says.
  'Z_DATA_ERROR': 400,
  'Z_BUF_ERROR': 400,
  // PostgreSQL is away, starting or stopping (appendix A of its manual): come back in a moment.
  'ECONNREFUSED': 503,
  '57P01': 503,
  '57P03': 503,
  '08006': 503,
}

/** Every refusal is a designed page or fragment, with its status; no message of the machine reaches a person. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = false
  // Not ours to mend; a flood of them must not fill the log.
  protected ignoreCodes = ['E_BUSY', 'Z_DATA_ERROR', 'Z_BUF_ERROR']
  protected ignoreStatuses = [400, 401, 403, 404, 409, 413, 415, 419, 422, 429]

  async handle(error: unknown, ctx: HttpContext) {
    const httpError: HttpError & { retryAfter?: number } = await this.otherAccountOr(error as HttpError, ctx)
    if (httpError.code === 'E_SIGNED_OUT' || isFormOfEndedSession(httpError, ctx)) return this.signIn(ctx)
    if (httpError.code === 'E_ELSEWHERE') return ctx.response.redirect().status(303).toPath(httpError.message)

    const status = STATUS_OF_CODE[httpError.code ?? ''] ?? httpError.status ?? 500
    const page = PAGES.has(status) ? status : status >= 500 ? 500 : 404
    ctx.response.status(page === 404 ? 404 : status)
    if (httpError.retryAfter) ctx.response.header('Retry-After', httpError.retryAfter)
    await this.journal(httpError, ctx)
    // The session is not there when the address matches no route, nor when the database is down.
    ctx.view.share({ htmx: wantsFragment(ctx), backOffice: env.get('APP_PROCESS') === 'back_office' })
    const html = await ctx.view.render(`errors/${page}`, { error: httpError })
    return ctx.response.header('Content-Type', 'text/html; charset=utf-8').send(html)
  }

  /** Not found here may be found in another account of the same user: the page says so and opens it. */
  private async otherAccountOr(error: HttpError, ctx: HttpContext): Promise<HttpError> {
    if (error.code !== 'E_NOT_FOUND' || !ctx.gatekeeper?.findOtherAccount) return error
    const account = await ctx.gatekeeper.findOtherAccount(ctx)
    return account ? new OtherMember(account, ctx.request.url(true)) : error
  }

  /** A refusal of a right, or of a thing that is not there or is somebody else's. What is not written keeps nobody from the page. */
  private async journal({ code, status }: HttpError, ctx: HttpContext) {
    const refusal = status === 403 ? 'forbidden' : code === 'E_NOT_FOUND' && ctx.route?.pattern !== '*' ? 'not_found' : null
    if (!refusal || !ctx.gatekeeper) return
    await ctx.gatekeeper.journal(refusal, ctx).catch((error) => ctx.logger.error({ err: error }, 'A refusal is not in the journal'))
  }

  private signIn(ctx: HttpContext) {
    keepForm(ctx)
    const signInPath = ctx.request.url().startsWith('/admin') ? '/admin/connexion' : '/connexion'
    const page = askedPage(ctx.request)
    if (page && isLocalPage(page)) ctx.session.put('asked_page', page)
    if (wantsFragment(ctx)) {
      ctx.response.status(401).header('HX-Redirect', signInPath).send('')
      return
    }
    ctx.response.redirect().status(303).toPath(signInPath)
  }
}

/** Where to lead after the sign-in: the page asked for, or the one that held the form. */
function askedPage(request: HttpContext['request']) {
  if (request.method() === 'GET' && !request.header('hx-request')) return request.url(true)
  const from = request.header('hx-current-url') ?? request.header('referer')
  const url = from && URL.canParse(from) ? new URL(from) : undefined
  return url && url.host === request.host() ? url.pathname + url.search : undefined
}

/** The session took its token with it: the form is refused for its token, but what is missing is the sign-in. */
function isFormOfEndedSession({ code }: HttpError, ctx: HttpContext) {
  // Without the database there is no session to ask.
  if (code !== 'E_BAD_CSRF_TOKEN' || !ctx.session.initiated) return false
  const audience = policyOf(ctx)?.audience
  const signedIn = ctx.session.has('auth_web') || ctx.session.has('auth_staff')
  return !signedIn && audience !== undefined && audience !== 'public'
}
