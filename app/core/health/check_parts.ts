import temporal from '#config/temporal'
import env from '#start/env'
import { temporalServes } from '#core/health/grpc_health'
import { databaseAnswers, PROBE_MS, smtpGreets, workerLives } from '#core/health/probes'

export type Part = 'postgresql' | 'temporal' | 'mail' | 'worker'
export type Health = { status: 'ok' | 'down'; parts: Record<Part, 'ok' | 'down'> }

let asked: Promise<Health> | undefined

/** Whether each part works now. Those who ask together share one answer, so that asking often costs little. */
export function checkParts(): Promise<Health> {
  asked ??= ask().finally(() => (asked = undefined))
  return asked
}

async function ask(): Promise<Health> {
  const [postgresql, serves, mail, worker] = await Promise.all([
    databaseAnswers(),
    temporalServes(env.get('TEMPORAL_ADDRESS'), PROBE_MS),
    smtpGreets(new URL(env.get('SMTP_URL'))),
    workerLives(temporal.taskQueue),
  ])
  const parts = { postgresql: word(postgresql), temporal: word(serves), mail: word(mail), worker: word(worker) }
  return { status: word(postgresql && serves && mail && worker), parts }
}

const word = (works: boolean) => (works ? ('ok' as const) : ('down' as const))
