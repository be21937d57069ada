import type { DateTime } from 'luxon'
import { checkCode, type AcceptedCode, type CodeRefusal } from '#identity/second_factor/check_code'
import type { PendingSignIn } from '#identity/second_factor/pending_sign_in'
import { budgetOf } from '#identity/throttling/budget'
import { withTries } from '#identity/throttling/with_tries'
import { refuse, type Result } from '#shared/result'

/** The code of a sign-in. On a device that signed in before, its tries have a budget of their own: whoever else holds the password keeps nobody out. */
export async function checkCodeOf({ id, device }: PendingSignIn, code: string, now: DateTime): Promise<Result<AcceptedCode, CodeRefusal>> {
  const holder = { kind: 'user', id } as const
  if (!device) return checkCode(holder, code, now)
  let checked: Result<AcceptedCode, CodeRefusal> = refuse({ type: 'too_many_codes' })
  await withTries(
    { own: budgetOf('code_device', `${id}:${device}`) },
    async () => {
      checked = await checkCode(holder, code, now, 'elsewhere')
      return checked.ok
    },
    now
  )
  return checked
}
