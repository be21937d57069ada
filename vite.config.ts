import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: ['resources/css/app.css', 'resources/js/app.ts', 'resources/js/passkeys.ts'],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  build: { modulePreload: false },
})
