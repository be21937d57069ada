import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { isPoll } from '#core/htmx'
import { decideSession } from '#identity/rules/session_limits'

/**
 * Says whether the session is too old, too long unused, or older than the user's last change of password; notes that
 * it was used. The row of a session that a reset ended may be written anew by a request still under way.
 */
export function sessionEnded(ctx: HttpContext, now: DateTime, sessionsFrom: DateTime | null = null) {
  const { session } = ctx
  const startedAt = session.get('started_at') as number | undefined
  const seenAt = (session.get('seen_at') ?? startedAt) as number | undefined
  if (!startedAt || !seenAt) return true
  const facts = { signedInAt: DateTime.fromMillis(startedAt), lastSeenAt: DateTime.fromMillis(seenAt) }
  if (sessionsFrom && facts.signedInAt < sessionsFrom) return true
  if (!decideSession(facts, now).ok) return true
  // Once a minute is enough for a limit of thirty, and spares a write at each page.
  if (!isPoll(ctx) && now.toMillis() - seenAt > 60_000) session.put('seen_at', now.toMillis())
  return false
}

/** A session as the list of devices shows it; `sessions` reads these keys. */
export function startSession({ request, session }: HttpContext, now: DateTime) {
  session.put('started_at', now.toMillis())
  session.put('seen_at', now.toMillis())
  session.put('authenticated_at', now.toMillis())
  session.put('user_agent', (request.header('user-agent') ?? '').slice(0, 300))
}
