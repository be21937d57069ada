import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Every part leads a process group of its own: its pid names it and all that it starts. */
export function signalGroup(pid, signal) {
  try {
    return process.kill(-pid, signal)
  } catch {
    return false
  }
}

/** Asks a group to end, waits, then ends it. */
export async function endGroup(pid, { signal = 'SIGTERM', grace = 8000 } = {}) {
  signalGroup(pid, signal)
  if (await isGone(pid, grace)) return
  signalGroup(pid, 'SIGKILL')
  await isGone(pid, 2000)
}

async function isGone(pid, patience) {
  for (const end = Date.now() + patience; signalGroup(pid, 0); await sleep(25)) {
    if (Date.now() > end) return false
  }
  return true
}

/** Ends what a former run left behind (it was killed with -9), known by its pid files. */
export async function sweep(runDirectory) {
  if (!existsSync(runDirectory)) return
  const files = readdirSync(runDirectory).map((name) => join(runDirectory, name))
  await Promise.all(
    files.map(async (file) => {
      const part = readIdentity(file)
      if (part && lives(part)) await endGroup(part.pid, part)
      rmSync(file, { force: true })
    })
  )
}

export function readIdentity(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

export const identityOf = (pid) => ({ pid, born: birthOf(pid) })

/** The system gives a pid again to somebody else: only the same pid born at the same instant is the same process. */
export const lives = ({ pid, born }) => born !== '' && birthOf(pid) === born

function birthOf(pid) {
  if (!existsSync('/proc/self/stat')) return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  try {
    // Field 22, counted after the name in parentheses, which may itself hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return fields[19]
  } catch {
    return ''
  }
}
