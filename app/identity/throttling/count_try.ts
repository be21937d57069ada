import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { TooManyTries } from '#core/exceptions/refusals'
import { record } from '#core/journal'
import { asProcess } from '#identity/throttling/as_process'
import { budgetOf } from '#identity/throttling/budget'
import { takeTries } from '#identity/throttling/tries'
import { clientOf, type Throttled } from '#identity/rules/throttle'

/**
 * Counts one try of an account, an address or a device.
 * @throws TooManyTries when it must wait; the journal has the first refusal of each wait, a flood does not fill it.
 */
export async function countTry(what: Throttled, whose: string, now: DateTime, subjectId?: string): Promise<void> {
  const taken = await takeTries([budgetOf(what, whose)], now)
  if (taken.ok) return
  if (taken.error.isFirst) {
    await asProcess((trx) => record(trx, { actor: { kind: 'nobody' }, event: 'tries.throttled', ...(subjectId && { subjectId }) }))
  }
  throw new TooManyTries(taken.error.retryAt, now)
}

/** Counts one try of the address that a request comes from. */
export function countAddress({ request }: HttpContext, what: 'link_address' | 'token_address', now: DateTime): Promise<void> {
  return countTry(what, clientOf(request.ip()), now)
}
