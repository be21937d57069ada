import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Failure } from './failure.mjs'
import { ROOT } from './paths.mjs'

const HOUSE = join('/var/lib', `ostra-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`)

/**
 * Who runs PostgreSQL, and where: it refuses to run as root, so root lends it to a system user. That user cannot enter
 * a clone that lies in a closed folder (/root, `mktemp -d`): the server and its data then live in /var/lib.
 */
export function lodge(native, folder, version) {
  mkdirSync(dirname(folder), { recursive: true })
  if (process.getuid() !== 0) return { native, folder: ownFolder(folder) }

  const account = accountOf(folder)
  if (canRun(native, account) && canEnter(dirname(folder), account)) return { native, folder: lend(folder, account), account }

  console.log(`  This clone is closed to the user ${account.name}: PostgreSQL and its data live in ${HOUSE}`)
  const mask = process.umask(0o022)
  try {
    return { native: copyOf(native, version), folder: lend(inHouse(folder), account), account }
  } finally {
    process.umask(mask)
  }
}

/** Forgets a database, wherever it was lodged. */
export function evict(folder) {
  for (const place of [folder, inHouse(folder)]) rmSync(place, { recursive: true, force: true })
}

const inHouse = (folder) => join(HOUSE, relative(ROOT, folder))

function ownFolder(folder) {
  if (!existsSync(folder) || statSync(folder).uid === process.getuid()) return folder
  throw new Failure(`${folder} belongs to another user`, 'Start as the user who made it, or delete it.')
}

/** The user whom the data belong to already, else the system user of PostgreSQL, made if need be. */
function accountOf(folder) {
  if (existsSync(folder) && statSync(folder).uid !== 0) {
    const { uid, gid } = statSync(folder)
    return { uid, gid, name: String(uid) }
  }
  const account = find('postgres') ?? create('postgres') ?? find('nobody')
  if (!account) throw new Failure('PostgreSQL does not run as root, and no system user could be made', 'Start as an ordinary user.')
  console.log(`  As root: PostgreSQL runs as the system user ${account.name}${account.created ? ', created for it' : ''}`)
  return account
}

function find(name) {
  const id = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' })
  if (id('-u').status !== 0) return null
  return { name, uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) }
}

function create(name) {
  spawnSync('groupadd', ['--system', name])
  spawnSync('useradd', ['--system', '--gid', name, '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  const account = find(name)
  return account && { ...account, created: true }
}

const canRun = (native, { uid, gid }) => spawnSync(join(native, 'bin/postgres'), ['--version'], { uid, gid, cwd: '/' }).status === 0

const canEnter = (folder, { uid, gid }) => spawnSync('test', ['-x', folder], { uid, gid, cwd: '/' }).status === 0

function lend(folder, { uid, gid }) {
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, uid, gid)
  return folder
}

function copyOf(native, version) {
  const copy = join(HOUSE, `native-${version}`)
  if (existsSync(copy)) return copy
  mkdirSync(HOUSE, { recursive: true })
  cpSync(native, `${copy}.draft`, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', `${copy}.draft`])
  renameSync(`${copy}.draft`, copy)
  return copy
}
