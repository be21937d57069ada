import type { Logger } from '@adonisjs/core/logger'
import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 1000

/** Does a work that needs servers which come and go: again after each failure, until it succeeds or the process stops. */
export async function persist<T>(name: string, work: () => Promise<T>, { stop, log }: { stop: AbortSignal; log: Logger }) {
  while (!stop.aborted) {
    try {
      return await work()
    } catch (error) {
      log.warn({ err: error }, `${name} failed, again in a second`)
      await sleep(PAUSE_MS, undefined, { signal: stop }).catch(() => {})
    }
  }
}
