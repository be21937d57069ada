import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DATA } from './paths.mjs'
import { evict } from './postgres_account.mjs'
import { lives, readIdentity, sweep } from './process_groups.mjs'

const SUITES = join(DATA, 'tests')

/** A folder for each run of the suite, so that two may run at once. */
export const suiteFolder = () => join(SUITES, String(process.pid))

/** Ends and removes what dead runs left. */
export const forgetDeadSuites = () => Promise.all(readdirSync(SUITES).map((name) => forgetIfDead(join(SUITES, name))))

export function forgetSuite(folder) {
  evict(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
}

async function forgetIfDead(folder) {
  const owner = readIdentity(join(folder, 'command.lock'))
  if (owner && lives(owner)) return
  await sweep(join(folder, 'run'))
  forgetSuite(folder)
}
