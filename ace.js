import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OURS = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url))
const NODE_NEEDED = 24

// A shell whose own Node is older still runs every command: the project brings its Node with it.
if (Number.parseInt(process.versions.node) < NODE_NEEDED && existsSync(OURS)) {
  const { status, signal } = spawnSync(OURS, process.argv.slice(1), { stdio: 'inherit' })
  if (signal) process.kill(process.pid, signal)
  process.exit(status ?? 1)
}

await import('@poppinss/ts-exec')
await import('./bin/console.js')
