import env from '#start/env'
import { secureCookies } from '#config/app'
import { defineConfig } from '@adonisjs/session'
import { throttledDatabaseStore } from '#core/session_store'

// Ports do not separate cookies: the two applications may live on one host, so their cookies have two names.
const isBackOffice = env.get('APP_PROCESS') === 'back_office'
const name = isBackOffice ? 'ostra_staff' : 'ostra_portal'

export default defineConfig({
  enabled: true,
  cookieName: secureCookies ? `__Host-${name}` : name,
  clearWithBrowser: true,
  age: '30m',
  cookie: { path: '/', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
  store: 'database',
  stores: {
    database: throttledDatabaseStore(isBackOffice ? 'staff_sessions' : 'sessions', isBackOffice ? 'staff' : 'portal'),
  },
})
