import env from '#start/env'
import { secureCookies } from '#config/app'
import { defineConfig } from '@adonisjs/shield'

// A mail program that stops mails in one click (RFC 8058) has no session; the signed token is its authority.
const WITHOUT_SESSION = ['/notifications/arret/:token']

// AdminJS styles its pages with inline elements; no page of the portal does.
const isBackOffice = env.get('APP_PROCESS') === 'back_office'

export default defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: [`'self'`],
      scriptSrc: [`'self'`, '@nonce'],
      styleSrc: isBackOffice ? [`'self'`, `'unsafe-inline'`] : [`'self'`],
      imgSrc: [`'self'`, 'data:'],
      objectSrc: [`'none'`],
      baseUri: [`'self'`],
      formAction: [`'self'`],
      frameAncestors: [`'none'`],
    },
    reportOnly: false,
  },
  csrf: { enabled: true, exceptRoutes: WITHOUT_SESSION, enableXsrfCookie: false, methods: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: secureCookies, maxAge: '365 days' },
  contentTypeSniffing: { enabled: true },
})
