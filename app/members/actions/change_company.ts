import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { keepChange } from '#members/actions/change_history'
import { differences, type Fields } from '#members/rules/changes'

export type CompanyFields = { address_line: string; postal_code: string; city: string } | { naf_code: string; naf_nomenclature: string }

/** Changes the address or the activity of a member at once, and keeps what they were. False when nothing differs. */
export async function changeCompany(trx: Trx, input: { memberId: string; userId: string; fields: CompanyFields }, now: DateTime): Promise<boolean> {
  const { memberId, userId, fields } = input
  const before: Fields = await trx.from('members').select(Object.keys(fields)).where('id', memberId).forUpdate().firstOrFail()
  const changed = differences(before, fields)
  if (!changed) return false
  await trx.from('members').where('id', memberId).update(fields)
  await keepChange(trx, { memberId, userId, subject: 'company', subjectId: memberId, ...changed }, 'company.changed', now)
  return true
}
