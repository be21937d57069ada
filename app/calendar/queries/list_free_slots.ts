import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { slotRow, slots, type SlotRow } from '#calendar/queries/find_slot'

export type FreeSlotSearch = {
  practitionerKinds: readonly ('doctor' | 'nurse')[]
  /** The slot lasts this long at least. */
  minutes: number
  after: DateTime
  limit: number
  centreId?: string
}

/** The free slots that would do, soonest first. */
export async function listFreeSlots(trx: Trx, search: FreeSlotSearch): Promise<SlotRow[]> {
  const rows = await slots(trx)
    .whereNull('slots.visit_id')
    .where('slots.withdrawn', false)
    .where('slots.starts_at', '>', search.after.toISO()!)
    .whereRaw('slots.ends_at - slots.starts_at >= make_interval(mins => ?)', [search.minutes])
    .whereIn('practitioners.kind', [...search.practitionerKinds])
    .where('practitioners.active', true)
    .if(search.centreId, (query) => query.where('slots.centre_id', search.centreId!))
    .orderBy('slots.starts_at')
    .orderBy('practitioners.name')
    .limit(search.limit)
  return rows.map(slotRow)
}
