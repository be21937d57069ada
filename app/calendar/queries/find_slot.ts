import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { instant } from '#core/instant'

export type SlotRow = {
  id: string
  startsAt: DateTime
  endsAt: DateTime
  minutes: number
  centreId: string
  centreName: string
  practitionerId: string
  practitionerName: string
  practitionerKind: 'doctor' | 'nurse'
}

export async function findSlot(trx: Trx, id: string): Promise<(SlotRow & { visitId: string | null }) | null> {
  const row = await slots(trx).where('slots.id', id).first()
  return row ? { ...slotRow(row), visitId: row.visit_id } : null
}

/** Slots with the names that a page shows beside them. */
export function slots(trx: Trx) {
  return trx
    .from('slots')
    .join('centres', 'centres.id', 'slots.centre_id')
    .join('practitioners', 'practitioners.id', 'slots.practitioner_id')
    .select('slots.*', 'centres.name as centre_name', 'practitioners.name as practitioner_name')
    .select('practitioners.kind as practitioner_kind')
}

export function slotRow(row: Record<string, any>): SlotRow {
  const startsAt = instant(row.starts_at)
  const endsAt = instant(row.ends_at)
  return {
    id: row.id,
    startsAt,
    endsAt,
    minutes: endsAt.diff(startsAt).as('minutes'),
    centreId: row.centre_id,
    centreName: row.centre_name,
    practitionerId: row.practitioner_id,
    practitionerName: row.practitioner_name,
    practitionerKind: row.practitioner_kind,
  }
}
