// npm test: types, lint and every suite, on servers of its own, beside a running demo. Arguments go to Japa (`npm test -- unit`).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ace, RUN_TYPESCRIPT } from './servers/application.mjs'
import { buildAssets } from './servers/assets.mjs'
import { chromium } from './servers/chromium.mjs'
import { environment } from './servers/environment.mjs'
import { install } from './servers/install.mjs'
import { live } from './servers/lifecycle.mjs'
import { NODE, inRoot } from './servers/paths.mjs'
import { anyPorts } from './servers/ports.mjs'
import { step } from './servers/progress.mjs'
import { readSecrets } from './servers/secrets.mjs'
import { startServers } from './servers/start.mjs'
import { forgetDeadSuites, forgetSuite, suiteFolder } from './servers/suite_data.mjs'
import { temporalCli, temporalTestServer } from './servers/temporal.mjs'

const CHECKS = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.'] },
]

const args = process.argv.slice(2)
const folder = suiteFolder()
const summary = join(folder, 'summary.json')

const code = await live(folder, suite, { stoppedCode: 130 })
if (code === 0) forgetSuite(folder)
else console.error(`  The logs: ${join(folder, 'logs')}`)
process.exit(code)

async function suite(keeper) {
  await forgetDeadSuites()
  await install(keeper)
  // The checks take both processors: the tests, which measure time, come after them.
  const [env, ...checks] = await Promise.all([prepare(keeper), ...(args.length ? [] : CHECKS).map((check) => run(keeper, check))])
  const tests = await runTests(keeper, env)

  const passed = tests.passed + checks.filter(Boolean).length
  const failed = tests.failed + checks.filter((fine) => !fine).length
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

async function prepare(keeper) {
  const ports = await anyPorts('portal', 'backOffice', 'mail', 'smtp', 'postgres', 'temporal')
  const secrets = readSecrets(join(folder, 'secrets.json'))
  const servers = await startServers(keeper, { folder, ports, secrets, lasting: false })
  await buildAssets(keeper)
  const extra = {
    TEMPORAL_CLI: servers.cli ?? (await temporalCli(keeper)),
    TEMPORAL_TEST_SERVER: await temporalTestServer(keeper),
    CHROMIUM_PATH: await chromium(keeper),
    MAILDEV_URL: `http://127.0.0.1:${ports.mail}`,
    FILES_PATH: join(folder, 'files'),
    TEST_SUMMARY_FILE: summary,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  }
  const env = environment({ mode: 'test', secrets, ports, ...servers, extra })
  await step('tables', () => ace(keeper, env, 'migration:run', '--connection=migration', '--force'))
  return env
}

/** A check passes or fails as one test does, and tells its reasons when it fails. */
async function run(keeper, { name, command: [script, ...rest] }) {
  const { code, everything } = await step(name, () => keeper.run(name, NODE, [inRoot(script), ...rest], { mayFail: true }))
  if (code !== 0) console.error(everything)
  return code === 0
}

async function runTests(keeper, env) {
  // Japa does not hear SIGTERM, and what its tests started is in its group: no long wait before the end of all.
  const { code } = await keeper.run('tests', NODE, [...RUN_TYPESCRIPT, inRoot('bin/test.ts'), ...args], { env, inherit: true, mayFail: true, grace: 1500 })
  const { passed, failed } = existsSync(summary) ? JSON.parse(readFileSync(summary, 'utf8')) : { passed: 0, failed: 0 }
  // A runner that broke down without a failed test has failed all the same.
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}
