// npm run bench: measures what must be quick or equal, on servers and a seed of its own (`npm run bench -- sign_in`).
// With DATABASE_URL given, on that database instead.
import { join } from 'node:path'
import { ace, RUN_TYPESCRIPT } from './servers/application.mjs'
import { buildAssets } from './servers/assets.mjs'
import { environment } from './servers/environment.mjs'
import { install } from './servers/install.mjs'
import { live } from './servers/lifecycle.mjs'
import { NODE, inRoot } from './servers/paths.mjs'
import { anyPorts } from './servers/ports.mjs'
import { step } from './servers/progress.mjs'
import { readSecrets } from './servers/secrets.mjs'
import { startServers } from './servers/start.mjs'
import { forgetDeadSuites, forgetSuite, suiteFolder } from './servers/suite_data.mjs'

const folder = suiteFolder()
const code = await live(folder, bench, { stoppedCode: 130 })
forgetSuite(folder)
process.exit(code)

async function bench(keeper) {
  await forgetDeadSuites()
  await install(keeper)
  const env = process.env.DATABASE_URL ? process.env : await prepare(keeper)
  const args = [...RUN_TYPESCRIPT, inRoot('bench/run.ts'), ...process.argv.slice(2)]
  const { code: ended } = await keeper.run('bench', NODE, args, { env: { ...env, APP_PROCESS: 'portal' }, inherit: true, mayFail: true })
  return ended
}

async function prepare(keeper) {
  const ports = await anyPorts('portal', 'backOffice', 'mail', 'smtp', 'postgres', 'temporal')
  const secrets = readSecrets(join(folder, 'secrets.json'))
  const servers = await startServers(keeper, { folder, ports, secrets, lasting: false })
  await buildAssets(keeper)
  const env = environment({ mode: 'development', secrets, ports, ...servers, extra: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' } })
  await step('tables', () => ace(keeper, env, 'migration:run', '--connection=migration', '--force'))
  await step('a believable OSTRA', () => ace(keeper, env, 'db:seed', '--connection=migration'))
  return env
}
