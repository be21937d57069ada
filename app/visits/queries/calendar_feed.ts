import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import { asMembers, type Trx } from '#core/tenants'
import { hashToken } from '#core/tokens'
import { parisDay } from '#shared/dates'
import { listConvocationFacts, type ConvocationFacts } from '#visits/queries/convocation_facts'

const PAST_DAYS = 31
const VISITS_AT_MOST = 500

/** When the user's own feed was made, null when there is none. */
export async function findOwnFeed(trx: Trx, { userId, memberId }: { userId: string; memberId: string }): Promise<DateTime | null> {
  const row = await trx.from('calendar_feeds').select('created_at').where({ user_id: userId, member_id: memberId }).whereNull('revoked_at').first()
  return row ? instant(row.created_at) : null
}

/** The visits behind a feed's address, of the sites that its user sees today; null when it opens nothing. */
export async function readFeed(token: string, now: DateTime): Promise<ConvocationFacts[] | null> {
  const { rows } = await db.connection('portal').rawQuery('select * from find_calendar_feed(?, ?)', [hashToken(token), parisDay(now)])
  const [whose] = rows
  return whose ? asMembers([whose.member_id], (trx) => listFeedVisits(trx, whose.member_id, now), whose.user_id) : null
}

async function listFeedVisits(trx: Trx, memberId: string, now: DateTime) {
  const rows = await trx
    .from('visits')
    .select('id')
    .where({ member_id: memberId, visible_to_member: true })
    .whereNotIn('state', ['cancelled', 'substituted'])
    .where('ends_at', '>', now.minus({ days: PAST_DAYS }).toISO()!)
    .orderBy('starts_at')
    .limit(VISITS_AT_MOST)
  return listConvocationFacts(trx, rows.map(({ id }) => id))
}
