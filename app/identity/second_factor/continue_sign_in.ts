import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { asUser } from '#core/tenants'
import { deviceOf } from '#identity/devices/known_device'
import { openSession } from '#identity/devices/open_session'
import { findFactors } from '#identity/second_factor/factors'
import { awaitCode } from '#identity/second_factor/pending_sign_in'

/** The password was right: the session opens, or the second factor is asked. Answers the page to lead to. */
export async function continueSignIn(ctx: HttpContext, { userId, knownDevice }: { userId: string; knownDevice: boolean }, now: DateTime): Promise<string> {
  const { asked } = await asUser(userId, (trx) => findFactors(trx, userId))
  if (!asked) return openSession(ctx, userId, now)
  awaitCode(ctx, userId, now, knownDevice ? deviceOf(ctx) : null)
  return '/connexion/code'
}
