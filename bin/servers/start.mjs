import { join } from 'node:path'
import { prepareDatabase } from './database.mjs'
import { startMail } from './mail.mjs'
import { startPostgres } from './postgres.mjs'
import { step } from './progress.mjs'
import { startTemporal, temporalCli } from './temporal.mjs'

/** Starts database, workflow server and mail inbox, all at once, with their data in one folder (`anew`: with an empty database); gives how to reach them. */
export async function startServers(keeper, { folder, ports, secrets, lasting, anew }) {
  const [database, temporal] = await Promise.all([
    step('PostgreSQL', () => databaseOf(keeper, { folder, port: ports.postgres, secrets, lasting, anew })),
    temporalOf(keeper, { folder, ports }),
    step('mail inbox', () => startMail(keeper, { smtpPort: ports.smtp, webPort: ports.mail, folder: join(folder, 'mail') })),
  ])
  return { ...database, ...temporal }
}

async function databaseOf(keeper, { folder, port, secrets, lasting, anew }) {
  const password = secrets.database.superuser
  const server = await startPostgres(keeper, { port, folder: join(folder, 'postgres'), password, lasting })
  return { server, database: await prepareDatabase(server, secrets.database, { anew }) }
}

async function temporalOf(keeper, { folder, ports }) {
  if (process.env.TEMPORAL_ADDRESS) return { temporalAddress: process.env.TEMPORAL_ADDRESS, temporalUi: null }
  const cli = await temporalCli(keeper)
  await step('Temporal', () => startTemporal(keeper, cli, { port: ports.temporal, uiPort: ports.temporalUi, file: join(folder, 'temporal.db') }))
  return { temporalAddress: `127.0.0.1:${ports.temporal}`, temporalUi: ports.temporalUi && `http://localhost:${ports.temporalUi}`, cli }
}
