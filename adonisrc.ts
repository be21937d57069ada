import { defineConfig } from '@adonisjs/core/app'

// The portal and the back office are two processes with their own routes, session and database role.
const isBackOffice = process.env.APP_PROCESS === 'back_office'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('#start/commands'),
  ],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('#core/providers/assets_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('@adonisjs/drive/drive_provider'),
  ],
  preloads: [
    () => import('#start/view'),
    { file: () => import('#start/validator'), environment: ['web', 'test'] },
    { file: () => import('#start/kernel'), environment: ['web', 'test'] },
    isBackOffice
      ? { file: () => import('#start/back_office_routes'), environment: ['web'] }
      : { file: () => import('#start/routes'), environment: ['web', 'test'] },
  ],
  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 10_000 },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.ts'], timeout: 120_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 30_000 },
      { name: 'workflows', files: ['tests/workflows/**/*.spec.ts'], timeout: 120_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 180_000 },
    ],
    forceExit: true,
  },
  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/documents/**', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
  ],
  hooks: { buildStarting: [() => import('@adonisjs/vite/build_hook')] },
})
