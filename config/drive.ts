import app from '@adonisjs/core/services/app'
import { defineConfig, services } from '@adonisjs/drive'
import env from '#start/env'

/** Files that people send: a private folder, read by no address but through a controller that asks for the right. */
export default defineConfig({
  default: 'private',
  services: {
    private: services.fs({ location: env.get('FILES_PATH') ?? app.makePath('.data/files'), visibility: 'private', serveFiles: false }),
  },
})

declare module '@adonisjs/drive/types' {
  interface DriveDisks {
    private: any
  }
}
