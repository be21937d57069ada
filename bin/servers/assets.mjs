import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { DATA, NODE, inRoot } from './paths.mjs'
import { step } from './progress.mjs'

const MANIFEST = inRoot('public/assets/.vite/manifest.json')
const SOURCES = ['resources/css', 'resources/js', 'vite.config.ts', 'package-lock.json'].map((path) => inRoot(path))

/** Builds style sheets and scripts when a source is newer than the last build. */
export function buildAssets(keeper) {
  return alone(join(DATA, 'assets.lock'), async () => {
    if (existsSync(MANIFEST) && Math.max(...SOURCES.map(newest)) <= statSync(MANIFEST).mtimeMs) return
    await step('style sheets and scripts (Vite)', () => keeper.run('vite', NODE, [inRoot('node_modules/vite/bin/vite.js'), 'build']))
  })
}

function newest(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
