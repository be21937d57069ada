import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { lockVisit } from '#visits/queries/lock'
import type { VisitState } from '#visits/rules/visit_states'

export type AcknowledgeRefusal = { type: 'not_convoked'; state: VisitState } | { type: 'already_started' }

/** The employer says that they read the convocation. Once for each date of a visit: a second time changes nothing. */
export async function acknowledgeVisit(
  trx: Trx,
  { visitId, userId }: { visitId: string; userId: string },
  now: DateTime
): Promise<Result<{ first: boolean }, AcknowledgeRefusal>> {
  const { state, startsAt, memberId, sequence } = orNotFound(await lockVisit(trx, visitId))
  if (state !== 'convoked') return refuse({ type: 'not_convoked', state })
  if (now >= startsAt) return refuse({ type: 'already_started' })

  const { rows } = await trx.rawQuery(
    `insert into acknowledgements (visit_id, member_id, sequence, user_id, at) values (?, ?, ?, ?, ?)
     on conflict (visit_id, sequence) do nothing returning id`,
    [visitId, memberId, sequence, userId, now.toISO()] as string[]
  )
  const first = rows.length === 1
  const actor = { kind: 'user', id: userId } as const
  if (first) await record(trx, { actor, event: 'visit.acknowledged', memberId, subjectId: visitId })
  return ok({ first })
}
