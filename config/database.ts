import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'
import pg from 'pg'

// Dates stay the text that PostgreSQL gives (a calendar day is no instant), instants become DateTime in queries that need one.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

const connection = (url: string | undefined, max: number) => ({
  client: 'pg' as const,
  connection: { connectionString: url, application_name: `ostra_${env.get('APP_PROCESS')}` },
  pool: { min: 0, max },
  migrations: { naturalSort: true, paths: ['database/migrations'] },
  seeders: { paths: ['database/seeders'] },
  schemaGeneration: { enabled: false },
})

const ofProcess = { portal: 'portal', back_office: 'staff', worker: 'staff', console: 'staff' } as const

export default defineConfig({
  connection: ofProcess[env.get('APP_PROCESS')],
  connections: {
    portal: connection(env.get('DATABASE_URL'), 20),
    staff: connection(env.get('STAFF_DATABASE_URL'), 20),
    migration: connection(env.get('MIGRATION_DATABASE_URL'), 4),
  },
})
