import { delimiter } from 'node:path'
import { inRoot } from './paths.mjs'

/** The environment of every process of the application (see start/env.ts). */
export function environment({ mode, secrets, database, temporalAddress, ports, extra }) {
  return {
    ...process.env,
    PATH: [inRoot('node_modules/.bin'), process.env.PATH].join(delimiter),
    NODE_ENV: mode,
    HOST: '127.0.0.1',
    PORT: String(ports.portal),
    APP_URL: `http://localhost:${ports.portal}`,
    BACK_OFFICE_URL: `http://localhost:${ports.backOffice}`,
    APP_KEY: secrets.appKey,
    PAYLOAD_KEY: secrets.payloadKey,
    ...database,
    TEMPORAL_ADDRESS: temporalAddress,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    ...extra,
  }
}
