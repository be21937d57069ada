import { clientOf } from '#identity/rules/throttle'
import { budgetOf, type Budget } from '#identity/throttling/budget'

/** `own` is forgotten when the password is right; `shared` is only given its try back, since others count on it too. */
export type SignInBudgets = { own: Budget; shared?: Budget }

/** `device` is null for one that this account never signed in on: then strangers' tries count, and its address's. */
export function signInBudgets({ account, device, address }: { account: string; device: string | null; address: string }): SignInBudgets {
  if (device) return { own: budgetOf('sign_in_device', `${device}:${account}`) }
  return { own: budgetOf('sign_in_account', account), shared: budgetOf('sign_in_address', clientOf(address)) }
}
