import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { cancelVisit, type NotAdmitted } from '#visits'
import { allOrNothing } from '#workforce/actions/savepoints'
import { askAgain, settleVisits, type Settled, type SettleRefusal } from '#workforce/actions/settle_visits'

type Act = { userId: string; memberId: string; visits: readonly Settled[] }

/**
 * Writes a change and what becomes of the visits that it touches, all or nothing. An employer who asks too late to give a
 * visit back keeps it, and the attempt is written, as anywhere else.
 */
export async function carryOut<T, E extends { type: string }>(
  trx: Trx,
  { userId, memberId, visits }: Act,
  change: (part: Trx) => Promise<Result<T, E>>,
  now: DateTime
): Promise<Result<T, E | SettleRefusal | NotAdmitted>> {
  const who = { userId, memberId }
  const result = await allOrNothing(trx, async (part): Promise<Result<T, E | SettleRefusal | NotAdmitted>> => {
    const settled = await settleVisits(part, visits, who, now)
    if (!settled.ok) return settled
    const changed = await change(part)
    if (!changed.ok) return changed
    const asked = await askAgain(part, visits, who, now)
    return asked.ok ? ok(changed.value) : refuse(asked.error)
  })
  if (!result.ok && result.error.type === 'visit_kept') await keepAttempt(trx, result.error as SettleRefusal, { userId, visits }, now)
  return result
}

// The refused cancellation was taken back with the rest: asked again alone, it is refused again, and stays written.
async function keepAttempt(trx: Trx, { visitId, why }: SettleRefusal, { userId, visits }: Omit<Act, 'memberId'>, now: DateTime) {
  if (why.type !== 'too_late') return
  const { reason } = visits.find((visit) => visit.visitId === visitId)!
  await cancelVisit(trx, { visitId, by: { user: userId }, reason }, now)
}
