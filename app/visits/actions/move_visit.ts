import type { DateTime } from 'luxon'
import { changeSlot, findSlot } from '#calendar'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import { oneVisitAtATime } from '#visits/actions/one_visit_at_a_time'
import { lockVisit } from '#visits/queries/lock'
import { fitSlot, type SlotRefusal } from '#visits/rules/slot_fitness'
import type { VisitState } from '#visits/rules/visit_states'

export type MoveVisit = { visitId: string; slotId: string; staffId: string }

export type MoveRefusal =
  | SlotRefusal
  | { type: 'not_convoked'; state: VisitState }
  | { type: 'slot_taken' }
  | { type: 'employee_busy' }

/** OSTRA gives a visit another slot: it is convoked anew, with a limit and reminders of its own. */
export async function moveVisit(
  trx: Trx,
  { visitId, slotId, staffId }: MoveVisit,
  now: DateTime
): Promise<Result<null, MoveRefusal>> {
  const visit = orNotFound(await lockVisit(trx, visitId))
  const { state, kind, memberId, slotId: formerSlotId } = visit
  if (state !== 'convoked') return refuse({ type: 'not_convoked', state })
  const slot = orNotFound(await findSlot(trx, slotId))
  const fit = fitSlot(kind, slot, now)
  if (!fit.ok) return fit

  const moved = await oneVisitAtATime(trx, async (part) => {
    if (!(await changeSlot(part, visitId, formerSlotId, slotId))) return refuse({ type: 'slot_taken' })
    const { practitionerId, startsAt, endsAt } = slot
    const place = { slotId, practitionerId, startsAt, endsAt }
    const anew = { convokedAt: now, convokedBy: staffId, windowClosedAt: null, outcomeAskedAt: null }
    await visit.useTransaction(part).merge({ ...place, ...anew, sequence: visit.sequence + 1 }).save()
    return ok(null)
  })
  if (!moved.ok) return moved

  await tell(trx, 'visit', visitId, 'changed')
  const actor = { kind: 'staff', id: staffId } as const
  await record(trx, { actor, event: 'visit.moved', memberId, subjectId: visitId })
  await notify(trx, { kind: 'visit_moved', memberId, visitId, by: actor }, now)
  return ok(null)
}
