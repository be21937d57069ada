import hash from '@adonisjs/core/services/hash'
import { Busy } from '#core/exceptions/refusals'

// A hash takes 32 MiB: a third one waits, so that a rush of sign-ins cannot exhaust the memory.
const AT_ONCE = 2
/** Who would wait longer than a few seconds is told to come back: a line without an end would stop everybody. */
export const WAITING_AT_MOST = 20

const waiting: (() => void)[] = []
let running = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await takeSeat()
  else running++
  try {
    return await work()
  } finally {
    // The turn goes to the next one, or who comes in between would make a third.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function takeSeat() {
  if (waiting.length >= WAITING_AT_MOST) throw new Busy()
  return new Promise<void>((resolve) => waiting.push(resolve))
}

let nobodysHash: string | undefined

export const hashPassword = (password: string) => inTurn(() => hash.make(password))
export const needsRehash = (stored: string) => hash.needsReHash(stored)

/**
 * Verifies a password; without a stored hash it costs the same and answers false, so that time tells nothing of an account.
 * @throws Busy when too many wait for their turn.
 */
export async function verifyPassword(stored: string | null, password: string) {
  return inTurn(async () => {
    // For everybody, or the first unknown account since the start would cost two.
    nobodysHash ??= await hash.make('personne')
    const matches = await hash.verify(stored ?? nobodysHash, password)
    return stored !== null && matches
  })
}
