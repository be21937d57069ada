import type { Trx } from '#core/tenants'
import { bookSlot, freeSlot } from '#calendar/actions/book_slot'

/** Takes a visit from one slot to another, or leaves both as they are and answers false when the other is taken. */
export async function changeSlot(trx: Trx, visitId: string, fromSlotId: string, toSlotId: string): Promise<boolean> {
  // Held until the commit: a visit has one slot at most, so the former goes before the new one is booked.
  const free = await trx.from('slots').select('id').where({ id: toSlotId, withdrawn: false }).whereNull('visit_id').forUpdate().first()
  if (!free) return false
  await freeSlot(trx, fromSlotId, visitId)
  return bookSlot(trx, toSlotId, visitId)
}
