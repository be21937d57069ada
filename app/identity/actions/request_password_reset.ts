import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser, type Trx } from '#core/tenants'
import { budgetOf } from '#identity/throttling/budget'
import { takeTries } from '#identity/throttling/tries'

/**
 * Asks a reset link: the number's holder, or the user of the e-mail. Says nothing of whether there is one, nor does the
 * number of queries. Who asks too often is answered the same and gets no other mail: the mailbox holds a link that is good.
 */
export function requestPasswordReset(identifier: string, now: DateTime): Promise<void> {
  return asUser('', async (trx) => {
    const found = await trx.rawQuery('select user_id from find_sign_in(?)', [identifier])
    const budget = budgetOf('link_account', found.rows[0]?.user_id ?? identifier)
    const userId = (await takeTries([budget], now, trx)).ok ? await ask(trx, identifier, now) : null
    await record(trx, {
      actor: { kind: 'nobody' },
      event: userId ? 'password.link_asked' : 'password.link_withheld',
      ...(userId && { subjectId: userId }),
    })
  })
}

async function ask(trx: Trx, identifier: string, now: DateTime): Promise<string | null> {
  const { rows } = await trx.rawQuery('select * from request_password_reset(?, ?)', [identifier, now.toISO()!])
  return rows[0]?.link_id ? rows[0].user_id : null
}
