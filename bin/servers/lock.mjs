import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, lives, readIdentity } from './process_groups.mjs'

/** Takes a lock that dies with its holder. Gives null when taken, else the living holder. */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true })
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify(identityOf(process.pid)))
  try {
    for (;;) {
      try {
        // A link appears with its content: nobody can read a lock that is half written.
        linkSync(mine, file)
        return null
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
        const holder = readIdentity(file)
        if (holder && lives(holder)) return holder
        rmSync(file, { force: true })
      }
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

export const releaseLock = (file) => rmSync(file, { force: true })

/** One at a time among all commands of this clone: a demo and a suite started together install once. */
export async function alone(file, work) {
  while (takeLock(file)) await sleep(300)
  try {
    return await work()
  } finally {
    releaseLock(file)
  }
}
