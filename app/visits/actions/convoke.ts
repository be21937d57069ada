import { bookSlot, type SlotRow } from '#calendar'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { newId, oneVisitAtATime } from '#visits/actions/one_visit_at_a_time'
import Visit from '#visits/models/visit'

type Convoked = Pick<Visit, 'memberId' | 'employeeId' | 'visitRequestId' | 'kind' | 'convokedAt' | 'convokedBy'>

/** Writes a visit in a free slot, or says why it cannot be. */
export async function convoke(
  trx: Trx,
  visit: Convoked,
  { id: slotId, practitionerId, startsAt, endsAt }: SlotRow
): Promise<Result<{ visitId: string }, { type: 'slot_taken' } | { type: 'employee_busy' }>> {
  const id = await newId(trx)
  return oneVisitAtATime(trx, async (part) => {
    // The slot first: who finds it taken writes nothing.
    if (!(await bookSlot(part, slotId, id))) return refuse({ type: 'slot_taken' })
    await Visit.create({ id, ...visit, slotId, practitionerId, startsAt, endsAt }, { client: part })
    return ok({ visitId: id })
  })
}
