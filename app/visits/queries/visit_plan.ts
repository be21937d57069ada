import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { cancellationLimit } from '#visits/rules/cancellation_window'
import { visitMoments, type VisitMoment } from '#visits/rules/reminder_schedule'
import type { VisitState } from '#visits/rules/visit_states'

export type VisitPlan = {
  state: VisitState
  sequence: number
  startsAt: DateTime
  endsAt: DateTime
  convokedAt: DateTime
  limit: DateTime
  moments: VisitMoment[]
}

/** What a visit waits for, as its row and the settings stand now. */
export async function visitPlan(trx: Trx, visitId: string): Promise<VisitPlan | null> {
  const row = await trx
    .from('visits')
    .select('state', 'sequence', 'starts_at', 'ends_at', 'convoked_at')
    .where('id', visitId)
    .first()
  if (!row) return null
  const startsAt = instant(row.starts_at)
  const endsAt = instant(row.ends_at)
  const convokedAt = instant(row.convoked_at)
  const { cancellation_mode: mode } = await readSettings(trx)
  const limit = cancellationLimit(startsAt, mode)
  const moments = visitMoments({ startsAt, endsAt, convokedAt, limit })
  return { state: row.state, sequence: row.sequence, startsAt, endsAt, convokedAt, limit, moments }
}
