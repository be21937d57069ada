import hash from '@adonisjs/core/services/hash'

// A hash takes 32 MiB: a third one waits, so that a rush of sign-ins cannot exhaust the memory.
const AT_ONCE = 2
const waiting: (() => void)[] = []
let running = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

let nobodysHash: Promise<string> | undefined

export const hashPassword = (password: string) => inTurn(() => hash.make(password))
export const needsRehash = (stored: string) => hash.needsReHash(stored)

/** Verifies a password; without a stored hash it costs the same and answers false, so that time tells nothing of an account. */
export async function verifyPassword(stored: string | null, password: string) {
  nobodysHash ??= hashPassword('personne')
  const against = stored ?? (await nobodysHash)
  const matches = await inTurn(() => hash.verify(against, password))
  return stored !== null && matches
}
