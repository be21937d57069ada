import { defineConfig } from '@adonisjs/auth'
import { sessionGuard } from '@adonisjs/auth/session'
import type { Authenticators, InferAuthEvents, InferAuthenticators } from '@adonisjs/auth/types'
import { configProvider } from '@adonisjs/core'

const authConfig = defineConfig({
  default: 'web',
  guards: {
    web: sessionGuard({
      useRememberMeTokens: false,
      provider: configProvider.create(async () => {
        const { PortalUserProvider } = await import('#identity/auth/portal_user_provider')
        return new PortalUserProvider()
      }),
    }),
    staff: sessionGuard({
      useRememberMeTokens: false,
      provider: configProvider.create(async () => {
        const { StaffUserProvider } = await import('#identity/auth/staff_user_provider')
        return new StaffUserProvider()
      }),
    }),
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
