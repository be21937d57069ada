import { mkdirSync } from 'node:fs'
import { Failure, Stopped } from './failure.mjs'
import { Keeper } from './keeper.mjs'

/**
 * Runs `work` with a keeper of all it starts, until it ends, a part ends by itself, or a stop is asked;
 * then stops everything and leaves the process. `work` gives the exit code.
 */
export async function live(directory, work, { stoppedCode = 0, traces } = {}) {
  process.stdout.on('error', () => {}) // the terminal may be gone before us
  mkdirSync(directory, { recursive: true })
  const keeper = new Keeper(directory, traces)
  const asked = stopAsked()
  let code
  try {
    await keeper.open()
    code = await Promise.race([work(keeper), keeper.failed, asked])
  } catch (error) {
    code = error instanceof Stopped ? stoppedCode : 1
    if (!(error instanceof Stopped)) console.error(error instanceof Failure ? `✗ ${error.message}` : error)
  }
  await keeper.stop()
  return code
}

/** Rejects once somebody wants the command to end: Ctrl-C, a signal, a closed terminal, or npm gone from above it. */
function stopAsked() {
  return new Promise((_, reject) => {
    let stopping = false
    const stop = (why) => {
      if (!stopping) console.log(`\nStopping (${why})`)
      stopping = true
      reject(new Stopped())
    }
    // `on`, not `once`: Ctrl-C comes twice, from the terminal and from npm, and the second must not kill us while we tidy up.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
    process.on('uncaughtException', reject)
    process.on('unhandledRejection', reject)
    watchParent(() => stop('npm is gone'))
  })
}

// npm killed with -9 passes no signal on: we find ourselves with another parent.
function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && gone(), 500).unref()
}
