import type { Day } from '#shared/dates'
import type { Trx } from '#core/tenants'
import { sealTotpSecret } from '#identity/second_factor/totp'
import { DEMO_STAFF } from '#database/demo/accounts'
import { ALL_COMPANIES } from '#database/demo/firms'
import { CENTRES, PRACTITIONERS, type CentreKey } from '#database/demo/centres'
import type { Practitioner } from '#database/demo/diary'
import { officePhone } from '#database/demo/phones'
import { writeOpenings } from '#database/demo/openings'
import type { Rows } from '#database/demo/rows'

export type House = { centreIds: Map<CentreKey, string>; practitioners: Practitioner[] }

const KEYS = Object.keys(CENTRES) as CentreKey[]

/** OSTRA itself: its centres, those who hold visits, those who work in the back office. */
export function writeHouse(rows: Rows, passwordHash: string, today: Day): House & { plannerId: string } {
  const centreIds = new Map(KEYS.map((key, rank) => [key, rows.add('centres', { ...CENTRES[key], phone: officePhone(2400 + rank * 10) }).id]))
  const practitioners = PRACTITIONERS.map(({ base, week, ...row }) => ({ id: rows.add('practitioners', row).id, kind: row.kind, base, week }))
  for (const one of practitioners) writeOpenings(rows, one, centreIds, today)
  const staffIds = DEMO_STAFF.map(({ role, name, email, totpSecret }) => {
    const secrets = { password_hash: passwordHash, totp_secret: sealTotpSecret(totpSecret) }
    return { role, id: rows.add('staff_users', { email, full_name: name, role, ...secrets }).id }
  })
  return { centreIds, practitioners, plannerId: staffIds.find(({ role }) => role === 'planner')!.id }
}

/** The same, as the seed left it: what its members have to do with, whatever else has the same name. */
export async function readHouse(trx: Trx): Promise<House> {
  const numbers = ALL_COMPANIES.map(({ number }) => number)
  const ids = async (table: string, names: string[]) => {
    const rows = await trx
      .from(table)
      .select('id', 'name')
      .whereIn('name', names)
      .whereRaw(`id in (select unnest(array[centre_id, doctor_id, nurse_id]) from members where member_number = any (?))`, [numbers])
    return new Map<string, string>(rows.map(({ id, name }) => [name, id]))
  }
  const centres = await ids('centres', KEYS.map((key) => CENTRES[key].name))
  const people = await ids('practitioners', PRACTITIONERS.map(({ name }) => name))
  return {
    centreIds: new Map(KEYS.flatMap((key) => (centres.has(CENTRES[key].name) ? [[key, centres.get(CENTRES[key].name)!]] : []))),
    practitioners: PRACTITIONERS.flatMap(({ name, kind, base, week }) => (people.has(name) ? [{ id: people.get(name)!, kind, base, week }] : [])),
  }
}
