import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from './lock.mjs'
import { DATA } from './paths.mjs'
import { evict } from './postgres_account.mjs'
import { lives, readIdentity, sweep } from './process_groups.mjs'

const SUITES = join(DATA, 'tests')

/** A folder for one run of the suite, so that two may run at once; what dead runs left is ended and removed. */
export async function openSuite() {
  mkdirSync(SUITES, { recursive: true })
  await Promise.all(readdirSync(SUITES).map((name) => forgetIfDead(join(SUITES, name))))
  const folder = join(SUITES, String(process.pid))
  takeLock(join(folder, 'suite.lock'))
  return folder
}

export function forgetSuite(folder) {
  evict(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
}

async function forgetIfDead(folder) {
  const owner = readIdentity(join(folder, 'suite.lock'))
  if (owner && lives(owner)) return
  await sweep(join(folder, 'run'))
  forgetSuite(folder)
}
