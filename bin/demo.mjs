// npm run demo: all of it on this machine, with believable data. `--fresh` forgets the data, `--watch` follows the sources.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ace, processes, startProcess } from './servers/application.mjs'
import { buildAssets } from './servers/assets.mjs'
import { announce, summaryOf } from './servers/announcement.mjs'
import { fillDatabase, forgetData, isHalfFilled } from './servers/demo_data.mjs'
import { environment } from './servers/environment.mjs'
import { install } from './servers/install.mjs'
import { live } from './servers/lifecycle.mjs'
import { DATA } from './servers/paths.mjs'
import { chooseNamedPorts } from './servers/ports.mjs'
import { step } from './servers/progress.mjs'
import { readSecrets } from './servers/secrets.mjs'
import { startServers } from './servers/start.mjs'
import { startAndWatch } from './servers/watch.mjs'

const SUMMARY = join(DATA, 'demo.json')
const PORTS = { portal: 3333, backOffice: 3334, mail: 1080, smtp: 1025, postgres: 54_320, temporal: 7233, temporalUi: 8233 }

const { values: options } = parseArgs({ options: { fresh: { type: 'boolean' }, watch: { type: 'boolean' } } })

process.exit(await live(DATA, demo, { traces: [SUMMARY] }))

async function demo(keeper) {
  const began = Date.now()
  if (options.fresh) forgetData()
  await install(keeper)
  const ports = await chooseNamedPorts(PORTS)
  const secrets = readSecrets(join(DATA, 'secrets.json'))
  const [servers] = await Promise.all([
    startServers(keeper, { folder: DATA, ports, secrets, anew: isHalfFilled() }),
    buildAssets(keeper),
  ])
  const mode = options.watch ? 'development' : 'production'
  const env = environment({ mode, secrets, ports, ...servers, extra: { DEMO: 'true' } })
  await fillDatabase(keeper, env, servers.server)

  const [examples] = await Promise.all([demoExamples(keeper, env), startApplication(keeper, processes(env, ports))])
  const summary = summaryOf({ ports, temporalUi: servers.temporalUi, ...examples })
  writeFileSync(SUMMARY, JSON.stringify(summary, null, 2), { mode: 0o600 })
  announce(summary, (Date.now() - began) / 1000)
  return new Promise(() => {})
}

function startApplication(keeper, parts) {
  if (options.watch) return startAndWatch(keeper, parts)
  return step('portal, back office, worker', () => Promise.all(parts.map((part) => startProcess(keeper, part))))
}

/** The seed knows its accounts; which visit can still be cancelled depends on the day. */
async function demoExamples(keeper, env) {
  const printed = await ace(keeper, { ...env, LOG_LEVEL: 'silent' }, 'demo:examples')
  return JSON.parse(printed.slice(printed.indexOf('{')))
}
