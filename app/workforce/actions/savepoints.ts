import type { Trx } from '#core/tenants'
import type { Result } from '#shared/result'

class Undone extends Error {}

/** What `work` would find and write: all of it is taken back. */
export async function withoutWriting<T>(trx: Trx, work: (part: Trx) => Promise<T>): Promise<T> {
  const seen: T[] = []
  const undone = new Undone()
  await trx
    .transaction(async (part) => {
      seen.push(await work(part))
      throw undone
    })
    .catch((error) => {
      if (error !== undone) throw error
    })
  return seen[0]!
}

/** Runs `work`; what it wrote before it was refused is taken back, and the rest of the transaction goes on. */
export async function allOrNothing<R extends Result<unknown, { type: string }>>(trx: Trx, work: (part: Trx) => Promise<R>): Promise<R> {
  const refused: R[] = []
  const undone = new Undone()
  const value = await trx
    .transaction(async (part) => {
      const result = await work(part)
      if (result.ok) return result
      refused.push(result)
      throw undone
    })
    .catch((error) => {
      if (error !== undone) throw error
      return refused[0]!
    })
  return value
}
