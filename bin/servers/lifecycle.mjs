import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, Stopped } from './failure.mjs'
import { Keeper } from './keeper.mjs'
import { releaseLock, takeLock } from './lock.mjs'

const ANOTHER_USER = 'Start as the user who used this clone before, or delete node_modules and .data.'

/**
 * Runs `work` with a keeper of all it starts, alone in its directory, until it ends, a part ends by itself, or a stop is
 * asked; then stops everything. Gives the exit code, which is that of `work` when it comes to its end.
 */
export async function live(directory, work, { stoppedCode = 0, traces } = {}) {
  const asked = stopAsked()
  const keeper = new Keeper(directory, traces)
  const lock = join(directory, 'command.lock')
  try {
    enter(directory, lock)
  } catch (error) {
    return codeOf(error)
  }
  const code = await Promise.race([keeper.open().then(() => work(keeper)), keeper.failed, asked]).catch((error) => codeOf(error, stoppedCode))
  await keeper.stop()
  releaseLock(lock)
  return code
}

function enter(directory, lock) {
  mkdirSync(directory, { recursive: true })
  const holder = takeLock(lock)
  if (holder) throw new Failure(`It runs already, as process ${holder.pid}`, 'Stop that one first.')
}

/** Rejects once somebody wants the command to end: Ctrl-C, a signal, a closed terminal, or npm gone from above it. */
function stopAsked() {
  const asked = new Promise((_, reject) => {
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
    process.stdout.on('error', () => {}) // a closed terminal
    watchParent(() => stop('npm is gone'))
  })
  asked.catch(() => {})
  return asked
}

// npm killed with -9 passes no signal on: we find ourselves with another parent.
function watchParent(gone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && gone(), 500).unref()
}

/** Tells what went wrong, and gives the exit code for it. */
function codeOf(error, stoppedCode) {
  if (error instanceof Stopped) return stoppedCode
  if (error instanceof Failure) console.error(`✗ ${error.message}`)
  else if (error.code === 'EACCES' && error.path) console.error(`✗ ${error.path} belongs to another user\n  ${ANOTHER_USER}`)
  else console.error(error)
  return 1
}
