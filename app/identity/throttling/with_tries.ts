import type { DateTime } from 'luxon'
import type { SignInBudgets } from '#identity/throttling/sign_in_budgets'
import { forgetTries, giveBackTries, takeTries, type Wait } from '#identity/throttling/tries'
import { ok, type Result } from '#shared/result'

/** Counts a try, then makes it. A right one forgets what was counted; one that could not be made does not count. */
export async function withTries(
  { own, shared }: SignInBudgets,
  attempt: () => Promise<boolean>,
  now: DateTime
): Promise<Result<boolean, Wait>> {
  const budgets = shared ? [own, shared] : [own]
  const taken = await takeTries(budgets, now)
  if (!taken.ok) return taken
  const right = await attempt().catch(async (error) => {
    await giveBackTries(budgets)
    throw error
  })
  if (right) {
    await forgetTries([own])
    if (shared) await giveBackTries([shared])
  }
  return ok(right)
}
