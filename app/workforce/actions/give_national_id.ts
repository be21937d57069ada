import encryption from '@adonisjs/core/services/encryption'
import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { actorOf, userOf, type By } from '#workforce/actions/by'
import { isNir, plainNir } from '#workforce/rules/nir'

const PURPOSE = 'national_id'

type Given = { memberId: string; employeeId: string; by: By; nir: string }

/** Seals a NIR where the portal can write and not read. The history says that it was given, never which. */
export async function giveNationalId(trx: Trx, { memberId, employeeId, by, nir }: Given, now: DateTime) {
  if (!isNir(nir)) throw new RangeError('Not a NIR')
  const sealed = encryption.encrypt(plainNir(nir), undefined, PURPOSE)
  const giver = userOf(by)
  // `excluded` would read the column, which the portal may not.
  await trx.rawQuery(
    `insert into national_ids (employee_id, member_id, sealed, given_by, given_at) values (?, ?, ?, ?, ?)
     on conflict (employee_id) do update set sealed = ?, given_by = ?, given_at = ?`,
    [employeeId, memberId, sealed, giver, now.toISO(), sealed, giver, now.toISO()] as string[]
  )
  await record(trx, { actor: actorOf(by), event: 'employee.national_id_given', memberId, subjectId: employeeId })
}

/** The NIR behind its seal: for OSTRA's own processes, under the staff's database role. */
export function openNationalId(sealed: string): string | null {
  return encryption.decrypt<string>(sealed, PURPOSE)
}
