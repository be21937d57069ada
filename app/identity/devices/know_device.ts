import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { asUser } from '#core/tenants'
import { rememberDevice } from '#identity/devices/known_device'

/** The mailbox was proved from here: whoever is being slowed by strangers gets in by asking a link. */
export function knowDevice(ctx: HttpContext, userId: string, now: DateTime) {
  return asUser(userId, (trx) => rememberDevice(ctx, trx, { user_id: userId }, now))
}
