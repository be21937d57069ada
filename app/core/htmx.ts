import type { HttpContext } from '@adonisjs/core/http'

/** Asked by htmx for a part of a page. A boosted link wants the whole page, and so does a history step. */
export function wantsFragment({ request }: HttpContext) {
  return (
    request.header('hx-request') === 'true' &&
    request.header('hx-boosted') !== 'true' &&
    request.header('hx-history-restore-request') !== 'true'
  )
}

/** A page that refreshes itself: nobody's action, so it prolongs no session. */
export function isPoll({ request }: HttpContext) {
  return request.header('x-poll') === 'true'
}

/**
 * After an act: a plain form is sent to the page by 303; htmx follows the same 303 and, since it repeats its
 * header, gets that page's fragment.
 */
export function seeOther({ response }: HttpContext, path: string) {
  response.redirect().status(303).toPath(path)
}
