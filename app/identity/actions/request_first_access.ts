import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { asUser, type Trx } from '#core/tenants'
import { budgetOf } from '#identity/throttling/budget'
import { takeTries } from '#identity/throttling/tries'

/**
 * Asks the link of a first access for a member that nobody has a password for. Whatever the number, unknown, already
 * open or without a contact, it answers nothing and asks the database as often.
 */
export function requestFirstAccess(number: string, now: DateTime): Promise<void> {
  return asUser('', async (trx) => {
    const taken = await takeTries([budgetOf('link_account', `first_access:${number}`)], now, trx)
    const memberId = taken.ok ? await ask(trx, number, now) : null
    await record(trx, {
      actor: { kind: 'nobody' },
      event: memberId ? 'first_access.asked' : 'first_access.withheld',
      ...(memberId && { memberId, subjectId: memberId }),
    })
  })
}

async function ask(trx: Trx, number: string, now: DateTime): Promise<string | null> {
  const { rows } = await trx.rawQuery('select * from request_first_access(?, ?)', [number, now.toISO()!])
  return rows[0]?.link_id ? rows[0].member_id : null
}
