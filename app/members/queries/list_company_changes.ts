import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Fields } from '#members/rules/changes'

export const PAGE_SIZE = 25

export type CompanyChange = {
  id: string
  subject: 'company' | 'contact' | 'site'
  before: Fields | null
  after: Fields | null
  by: string | null
  at: DateTime
}

/** One page of what was changed in the company's data, the latest first, with one more row when there is a next page. */
export async function listCompanyChanges(trx: Trx, memberId: string, page: number): Promise<CompanyChange[]> {
  const { rows } = await trx.rawQuery(
    `select company_changes.id, subject, before, after, at,
       case when changed_by_staff is not null then 'Équipe OSTRA' else name_of_member_user(changed_by, member_id) end as by
     from company_changes where member_id = ? order by at desc, company_changes.id desc limit ? offset ?`,
    [memberId, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE]
  )
  return rows.map((row: any) => ({ ...row, at: DateTime.fromJSDate(row.at, { zone: 'utc' }) }))
}
