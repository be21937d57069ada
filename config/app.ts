import env from '#start/env'
import { defineConfig } from '@adonisjs/core/http'
import { refuseBadUrl } from '#core/http/bad_url'
import { trustedProxies } from '#config/trusted_proxies'

export const appUrl = env.get('APP_URL')

/** Cookies are `Secure` with the `__Host-` prefix wherever the address is https; a demo on http has neither. */
export const secureCookies = env.get(
  env.get('APP_PROCESS') === 'back_office' ? 'BACK_OFFICE_URL' : 'APP_URL'
).startsWith('https:')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: false,
  trustProxy: trustedProxies(env.get('TRUSTED_PROXIES', '127.0.0.1,::1')),
  onBadUrl: refuseBadUrl,
  cookie: { path: '/', maxAge: '12h', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
})
