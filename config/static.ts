import { defineConfig } from '@adonisjs/static'

// A folder is no page: without this it answers in English that it moved.
const nothingOfFolders = { redirect: false, index: false }

export default defineConfig({ enabled: true, etag: true, lastModified: true, dotFiles: 'ignore', ...nothingOfFolders })
