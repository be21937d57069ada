import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import type { Facts } from '#follow_up/rules/facts'

export type EmployeeFacts = { employeeId: string; memberId: string; facts: Facts }

/** What the law asks about each employee. The portal's role reads them without what it must not know (DOMAIN 7). */
export async function listFollowUpFacts(trx: Trx, employeeIds: readonly string[], today: Day): Promise<EmployeeFacts[]> {
  const source = trx.connectionName === 'portal' ? 'masked_follow_up_facts' : 'follow_up_facts'
  const { rows } = await trx.rawQuery(
    `select employee_id as "employeeId", member_id as "memberId", facts from ${source}(?::uuid[], ?::date)`,
    [employeeIds, today] as never
  )
  return rows
}
