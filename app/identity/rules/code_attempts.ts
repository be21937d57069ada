import type { DateTime } from 'luxon'

/** Wrong codes after which a sign-in goes back to the password. */
export const CODES_PER_SIGN_IN = 5
/** Wrong codes after which an account takes no code for a while, whatever the number of sign-ins. */
export const CODES_PER_ACCOUNT = 10
/** How long the wrong codes of an account are remembered after the last one. */
export const CODES_REMEMBERED_MINUTES = 15
/** How long a sign-in may wait for its code. */
export const CODE_WAIT_MINUTES = 10

export type CodeFailures = { count: number; lastAt: DateTime | null }

/** The wrong codes that still count at `now`: none once the last one is long enough ago. */
export function failuresThatCount({ count, lastAt }: CodeFailures, now: DateTime): number {
  return lastAt && now < lastAt.plus({ minutes: CODES_REMEMBERED_MINUTES }) ? count : 0
}

/** Decides whether an account still takes a code. */
export function takesCode(failures: CodeFailures, now: DateTime): boolean {
  return failuresThatCount(failures, now) < CODES_PER_ACCOUNT
}
