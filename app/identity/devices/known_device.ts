import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import env from '#start/env'
import { secureCookies } from '#config/app'
import type { Trx } from '#core/tenants'
import { hashToken, mintToken } from '#core/tokens'

const KNOWN_DAYS = 180

// Ports do not separate cookies: the two applications may live on one host.
const name = env.get('APP_PROCESS') === 'back_office' ? 'ostra_staff_device' : 'ostra_device'
const cookieName = secureCookies ? `__Host-${name}` : name

/** The hash of the device's cookie; null on a device where nobody signed in yet. It opens nothing by itself. */
export function deviceOf({ request }: HttpContext): string | null {
  const token = request.cookie(cookieName)
  return typeof token === 'string' && token.length > 0 ? hashToken(token) : null
}

type Owner = { user_id: string } | { staff_id: string }

/** Somebody signed in here: strangers' tries on their account do not slow this device any more. Several people may share it. */
export async function rememberDevice(ctx: HttpContext, trx: Trx, owner: Owner, now: DateTime) {
  const known = ctx.request.cookie(cookieName)
  const token = typeof known === 'string' && known.length > 0 ? known : mintToken()
  const [column, id] = Object.entries(owner)[0] as [string, string]
  const expiresAt = now.plus({ days: KNOWN_DAYS })
  await trx.from('devices').where(column, id).where('expires_at', '<', now.toISO()!).delete()
  await trx.rawQuery(
    `insert into devices (token_hash, ${column}, seen_at, expires_at) values (?, ?, ?, ?)
     on conflict (token_hash, ${column}) do update set seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
    [hashToken(token), id, now.toISO()!, expiresAt.toISO()!]
  )
  ctx.response.cookie(cookieName, token, { maxAge: `${KNOWN_DAYS}d` })
}
