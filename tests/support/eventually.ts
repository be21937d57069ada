import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again, every few milliseconds, until the answer is something; an answer that never comes is an error that says what was awaited. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T> | T,
  { seconds = 20, everyMs = 40 } = {}
): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000
  while (true) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`)
    await sleep(everyMs)
  }
}
