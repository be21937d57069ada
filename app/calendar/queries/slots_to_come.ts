import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'

export type SlotToCome = { id: string; centreId: string; startsAt: DateTime; endsAt: DateTime; visitId: string | null }

/**
 * A practitioner's slots that have not begun, locked until the commit: of a booking and a change of the calendar at once, the
 * second sees what the first did.
 */
export async function lockSlotsToCome(trx: Trx, practitionerId: string, now: DateTime): Promise<SlotToCome[]> {
  // Of two changes at once, one waits here.
  await trx.from('practitioners').select('id').where('id', practitionerId).forUpdate()
  const rows = await trx
    .from('slots')
    .where('practitioner_id', practitionerId)
    .whereRaw('(not withdrawn or visit_id is not null)')
    .where('starts_at', '>', now.toISO()!)
    .orderBy('starts_at')
    .forUpdate()
  return rows.map((row) => ({ id: row.id, centreId: row.centre_id, startsAt: instant(row.starts_at), endsAt: instant(row.ends_at), visitId: row.visit_id }))
}
