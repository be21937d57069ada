import env from '#start/env'
import { databaseAnswers, portAnswers } from '#core/health/probes'

export type Part = 'postgresql' | 'temporal' | 'mail'
export type Health = { status: 'ok' | 'down'; parts: Record<Part, 'ok' | 'down'> }

let asked: Promise<Health> | undefined

/** Whether each part answers now. Those who ask together share one answer, so that asking often costs little. */
export function checkParts(): Promise<Health> {
  asked ??= ask().finally(() => (asked = undefined))
  return asked
}

async function ask(): Promise<Health> {
  const temporal = new URL(`tcp://${env.get('TEMPORAL_ADDRESS')}`)
  const mail = new URL(env.get('SMTP_URL'))
  const [postgresql, temporalAnswers, mailAnswers] = await Promise.all([
    databaseAnswers(),
    portAnswers(temporal.hostname, Number(temporal.port)),
    portAnswers(mail.hostname, Number(mail.port) || (mail.protocol === 'smtps:' ? 465 : 25)),
  ])
  const parts = { postgresql: word(postgresql), temporal: word(temporalAnswers), mail: word(mailAnswers) }
  return { status: word(postgresql && temporalAnswers && mailAnswers), parts }
}

const word = (answers: boolean) => (answers ? ('ok' as const) : ('down' as const))
