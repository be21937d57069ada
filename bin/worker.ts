import { prettyPrintError } from '@adonisjs/core'
import { ignite } from './app.js'

const app = ignite('worker').createApp('console')
const stop = new AbortController()

try {
  await app.init()
  await app.boot()
  await app.start(() => {})
  const { runWorker } = await import('#workflows/worker')
  const work = runWorker({
    stop: stop.signal,
    log: await app.container.make('logger'),
    isReady: () => console.log('worker ready'),
  })
  app.terminating(async () => {
    stop.abort()
    await work
  })
  await work
} catch (error) {
  process.exitCode = 1
  await prettyPrintError(error)
  await app.terminate()
}
