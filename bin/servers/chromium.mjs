import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { alone } from './lock.mjs'
import { DATA, NODE, TOOLS, inRoot } from './paths.mjs'
import { step } from './progress.mjs'

/** The browser of the tests: `CHROMIUM_PATH`, else the one that comes with npm, unpacked once. */
export async function chromium(keeper) {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  if (process.platform !== 'linux') throw new Failure('No browser for the tests', 'Say where Chrome or Chromium is: CHROMIUM_PATH=… npm test')
  const { version } = JSON.parse(readFileSync(inRoot('node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(TOOLS, `chromium-${version}`)
  await alone(join(DATA, 'chromium.lock'), async () => {
    if (!existsSync(folder)) await step('Chromium', () => unpack(keeper, folder))
  })
  return join(folder, 'browser')
}

async function unpack(keeper, folder) {
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  await keeper.run('chromium', NODE, [inRoot('bin/servers/chromium_unpack.mjs')], { env: { ...process.env, TMPDIR: draft } })
  renameSync(draft, folder)
}
