import type { DateTime } from 'luxon'
import { findSlot } from '#calendar'
import { record } from '#core/journal'
import { readSettings } from '#core/settings'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { convokeAnew } from '#visits/actions/convoke_anew'
import type { MoveRefusal } from '#visits/actions/move_visit'
import type Visit from '#visits/models/visit'
import { isOffered, listOtherDates } from '#visits/queries/list_other_dates'
import { lockVisit } from '#visits/queries/lock'
import { decideCancellation, type CancellationRefusal } from '#visits/rules/cancellation_window'
import { isAfterDeadline } from '#visits/rules/other_dates'
import { fitSlot } from '#visits/rules/slot_fitness'

export type TakeOtherDate = { visitId: string; slotId: string; userId: string; sequence?: number }
export type OtherDateRefusal = MoveRefusal | CancellationRefusal | { type: 'moved_meanwhile' } | { type: 'after_deadline' } | { type: 'before_lawful_day' }

/**
 * The employer gives a visit another date, as long as they could cancel it: the same limit, asked under the visit's lock.
 * After the limit they are refused, and the attempt is kept.
 */
export async function takeOtherDate(
  trx: Trx,
  { visitId, slotId, userId, sequence }: TakeOtherDate,
  now: DateTime
): Promise<Result<null, OtherDateRefusal>> {
  const visit = orNotFound(await lockVisit(trx, visitId))
  const { cancellation_mode: mode } = await readSettings(trx)
  const decision = decideCancellation({ state: visit.state, startsAt: visit.startsAt, mode }, now)
  if (!decision.ok) {
    const actor = { kind: 'user', id: userId } as const
    if (decision.error.type === 'too_late') await record(trx, { actor, event: 'visit.move_refused', memberId: visit.memberId, subjectId: visitId })
    return decision
  }
  if (sequence !== undefined && sequence !== visit.sequence) return refuse({ type: 'moved_meanwhile' })
  const slot = await fittingSlot(trx, visit, slotId, now)
  return slot.ok ? convokeAnew(trx, { visit, slot: slot.value, by: { user: userId } }, now) : slot
}

async function fittingSlot(trx: Trx, visit: Visit, slotId: string, now: DateTime) {
  const slot = orNotFound(await findSlot(trx, slotId))
  const fit = fitSlot(visit.kind, slot, now)
  if (!fit.ok) return fit
  const { proposals, deadline, from } = await listOtherDates(trx, visit, now)
  if (from !== null && parisDay(slot.startsAt) < from) return refuse({ type: 'before_lawful_day' })
  if (isAfterDeadline(slot.startsAt, deadline) && proposals.some(({ late }) => !late)) return refuse({ type: 'after_deadline' })
  return (await isOffered(trx, visit, slot)) ? ok(slot) : refuse({ type: 'slot_taken' })
}
