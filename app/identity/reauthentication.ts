import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { seeOther } from '#core/htmx'
import { isFresh } from '#identity/rules/reauthentication'

const ASKED_FROM = 'reauthentication_page'

/**
 * Whether the password, or a key, was given recently enough in this session for a sensitive act. When it was not, the
 * page to come back to is noted: lead to the confirmation.
 */
export function reauthenticated({ session }: HttpContext, page: string, now: DateTime): boolean {
  const at = session.get('authenticated_at') as number | undefined
  if (at !== undefined && isFresh(DateTime.fromMillis(at), now)) return true
  session.put(ASKED_FROM, page)
  return false
}

/** It was given again: the page that asked, once. */
export function noteReauthentication({ session }: HttpContext, now: DateTime, home: string): string {
  session.put('authenticated_at', now.toMillis())
  return session.pull(ASKED_FROM, home) as string
}

/** Leads to where the password is asked once more. */
export function askAgain(ctx: HttpContext) {
  return seeOther(ctx, ctx.request.url().startsWith('/admin') ? '/admin/compte/verification' : '/compte/verification')
}
