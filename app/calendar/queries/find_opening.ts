import type { Trx } from '#core/tenants'
import { openingRow } from '#calendar/queries/read_calendar'
import type { Opening } from '#calendar/rules/opening'

export type OpeningPage = Opening & { practitionerId: string; practitionerName: string; centreName: string }

export async function findOpening(trx: Trx, id: string): Promise<OpeningPage | null> {
  const row = await trx
    .from('openings')
    .join('centres', 'centres.id', 'openings.centre_id')
    .join('practitioners', 'practitioners.id', 'openings.practitioner_id')
    .select('openings.*', 'centres.name as centre_name', 'practitioners.name as practitioner_name')
    .where('openings.id', id)
    .first()
  return row && { ...openingRow(row), practitionerId: row.practitioner_id, practitionerName: row.practitioner_name, centreName: row.centre_name }
}
