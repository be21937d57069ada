import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { listFollowUpFacts } from '#follow_up/queries/list_follow_up_facts'
import { decide } from '#follow_up/rules/decide'
import { written, type Written } from '#follow_up/rules/written'

/** The whole answer of the law for an employee, its secret reasons included: for the health team alone. */
export async function explainEmployee(trx: Trx, employeeId: string, today: Day): Promise<Written | null> {
  const [known] = await listFollowUpFacts(trx, [employeeId], today)
  return known ? written(decide(known.facts), today) : null
}
