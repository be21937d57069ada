import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  APP_PROCESS: Env.schema.enum(['portal', 'back_office', 'worker', 'console'] as const),
  HOST: Env.schema.string({ format: 'host' }),
  PORT: Env.schema.number(),
  APP_URL: Env.schema.string({ format: 'url', tld: false }),
  BACK_OFFICE_URL: Env.schema.string({ format: 'url', tld: false }),
  /** Addresses or networks (CIDR), separated by commas, of the proxies that may say where a request came from. */
  TRUSTED_PROXIES: Env.schema.string.optional(),
  APP_KEY: Env.schema.secret(),
  PAYLOAD_KEY: Env.schema.secret(),
  LOG_LEVEL: Env.schema.enum.optional(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const),

  DATABASE_URL: Env.schema.string(),
  STAFF_DATABASE_URL: Env.schema.string(),
  MIGRATION_DATABASE_URL: Env.schema.string.optional(),

  TEMPORAL_ADDRESS: Env.schema.string(),
  TEMPORAL_NAMESPACE: Env.schema.string.optional(),
  TEMPORAL_TASK_QUEUE: Env.schema.string.optional(),
  /** Over TLS; paths of PEM files: the authority that signs the server, our certificate and key when it asks who we are. */
  TEMPORAL_TLS: Env.schema.boolean.optional(),
  TEMPORAL_TLS_CA: Env.schema.string.optional(),
  TEMPORAL_TLS_CERT: Env.schema.string.optional(),
  TEMPORAL_TLS_KEY: Env.schema.string.optional(),
  TEMPORAL_TLS_SERVER_NAME: Env.schema.string.optional(),

  SMTP_URL: Env.schema.string(),
  MAIL_FROM: Env.schema.string.optional(),

  FILES_PATH: Env.schema.string.optional(),

  LEGAL_PUBLISHER: Env.schema.string.optional(),
  LEGAL_PUBLISHER_DETAILS: Env.schema.string.optional(),
  LEGAL_DIRECTOR: Env.schema.string.optional(),
  LEGAL_HOST: Env.schema.string.optional(),
  LEGAL_DATA_PROTECTION_EMAIL: Env.schema.string.optional(),
})
