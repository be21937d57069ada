import { DefaultLogger, Runtime } from '@temporalio/worker'

let isQuiet = false

/** The SDK says what fails, which tests bring about on purpose; and the runner owns the signals. */
export function keepQuiet() {
  if (isQuiet) return
  isQuiet = true
  const logging = { filter: { core: 'ERROR', other: 'ERROR' } } as const
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [], telemetryOptions: { logging } })
}
