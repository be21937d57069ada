import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'

const smtp = new URL(env.get('SMTP_URL'))

const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: env.get('MAIL_FROM', 'ne-pas-repondre@objectifsantetravail.fr'), name: 'OSTRA' },
  mailers: {
    smtp: transports.smtp({
      host: smtp.hostname,
      port: Number(smtp.port || 25),
      secure: smtp.protocol === 'smtps:',
      // Two sendings must fit in the two minutes that an activity has; nodemailer would wait ten.
      ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
      ...(smtp.username && {
        auth: { type: 'login' as const, user: decodeURIComponent(smtp.username), pass: decodeURIComponent(smtp.password) },
      }),
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
