import type { Day } from '#shared/days'
import type { Trx } from '#core/tenants'
import { listDueVisits } from '#follow_up'
import { chainWords } from '#follow_up/rules/chain_words'
import { visitKind } from '#visits/rules/visit_kinds'

/** A visit that is due, with the chain that leads to its date: the facts, the rule, the date. `untilOn`: null where the law sets none. */
export type EmployeeDueVisit = { label: string; fromOn: Day | null; untilOn: Day | null; because: string[] }

/** What is due to an employee, soonest first. */
export async function listEmployeeDueVisits(trx: Trx, employeeId: string): Promise<EmployeeDueVisit[]> {
  const dues = await listDueVisits(trx, [employeeId])
  return dues.map(({ kind, from, until, because }) => ({
    label: visitKind(kind).label,
    fromOn: from,
    untilOn: until,
    because: because.map(chainWords),
  }))
}
