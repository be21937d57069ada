import type { DateTime } from 'luxon'
import { changeSlot, type SlotRow } from '#calendar'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { notify } from '#messaging'
import { ok, refuse, type Result } from '#shared/result'
import { oneVisitAtATime } from '#visits/actions/one_visit_at_a_time'
import type Visit from '#visits/models/visit'

type Moved = { visit: Visit; slot: SlotRow; by: { user: string } | { staff: string } }

/** Takes a visit, locked, to another slot: it is convoked anew, with a limit and reminders of its own. */
export async function convokeAnew(
  trx: Trx,
  { visit, slot, by }: Moved,
  now: DateTime
): Promise<Result<null, { type: 'slot_taken' } | { type: 'employee_busy' }>> {
  const { id: visitId, memberId, slotId: formerSlotId } = visit
  const moved = await oneVisitAtATime(trx, async (part) => {
    if (!(await changeSlot(part, visitId, formerSlotId, slot.id))) return refuse({ type: 'slot_taken' })
    const { id: slotId, practitionerId, startsAt, endsAt } = slot
    const place = { slotId, practitionerId, startsAt, endsAt }
    const convokedBy = 'staff' in by ? by.staff : null
    const anew = { convokedAt: now, convokedBy, windowClosedAt: null, outcomeAskedAt: null }
    await visit.useTransaction(part).merge({ ...place, ...anew, sequence: visit.sequence + 1 }).save()
    return ok(null)
  })
  if (!moved.ok) return moved

  await tell(trx, 'visit', visitId, 'changed')
  const actor = 'staff' in by ? ({ kind: 'staff', id: by.staff } as const) : ({ kind: 'user', id: by.user } as const)
  await record(trx, { actor, event: 'visit.moved', memberId, subjectId: visitId })
  await notify(trx, { kind: 'visit_moved', memberId, visitId, by: actor }, now)
  return ok(null)
}
