import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { hashToken, mintToken } from '#core/tokens'

type Whose = { userId: string; memberId: string }

/** Gives a user the address of a feed of a member's visits; the former address ends. Its token is told once and never stored. */
export async function createFeed(trx: Trx, whose: Whose, now: DateTime): Promise<string> {
  await endFeed(trx, whose, now)
  const token = mintToken()
  await trx.table('calendar_feeds').insert({ user_id: whose.userId, member_id: whose.memberId, token_hash: hashToken(token), created_at: now.toISO() })
  await keep(trx, whose, 'calendar_feed.created')
  return token
}

/** Ends the address: whoever asks it finds nothing. False when there was none. */
export async function revokeFeed(trx: Trx, whose: Whose, now: DateTime): Promise<boolean> {
  const ended = await endFeed(trx, whose, now)
  if (ended) await keep(trx, whose, 'calendar_feed.revoked')
  return ended
}

async function endFeed(trx: Trx, { userId, memberId }: Whose, now: DateTime): Promise<boolean> {
  // Two tabs at once: the second waits here, then ends what the first one made.
  await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 1))', [`${userId} ${memberId}`])
  const count = await trx.from('calendar_feeds').where({ user_id: userId, member_id: memberId }).whereNull('revoked_at').update({ revoked_at: now.toISO() })
  return Number(count) > 0
}

function keep(trx: Trx, { userId, memberId }: Whose, event: 'calendar_feed.created' | 'calendar_feed.revoked') {
  return record(trx, { actor: { kind: 'user', id: userId }, event, memberId, subjectId: userId })
}
