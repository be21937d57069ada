import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ace } from './application.mjs'
import { hasMembers, isMigrated } from './database.mjs'
import { DATA } from './paths.mjs'
import { evict } from './postgres_account.mjs'
import { step } from './progress.mjs'

// There while the seed is written: still there at a start, the seed was cut short.
const UNFINISHED = join(DATA, 'seed.unfinished')

export const isHalfFilled = () => existsSync(UNFINISHED)

/** Brings the tables up to date, and fills them at the first start. */
export async function fillDatabase(keeper, env, server) {
  if (!(await isMigrated(server))) {
    await step('tables', () => ace(keeper, env, 'migration:run', '--connection=migration', '--force'))
  }
  if (!isHalfFilled() && (await hasMembers(server))) return
  writeFileSync(UNFINISHED, '')
  await step('a believable OSTRA', () => ace(keeper, env, 'db:seed', '--connection=migration'))
  rmSync(UNFINISHED)
}

/** Forgets what the demo wrote; its keys and the downloaded tools stay. */
export function forgetData() {
  evict(join(DATA, 'postgres'))
  const written = readdirSync(DATA).filter((name) => /^(temporal\.db|mail$|files$|seed\.unfinished$)/.test(name))
  for (const name of written) rmSync(join(DATA, name), { recursive: true })
  console.log('✓ former data forgotten')
}
