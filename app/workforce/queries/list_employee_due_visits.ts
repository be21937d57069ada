import type { Day } from '#shared/days'
import type { Trx } from '#core/tenants'
import type { SumLine } from '#follow_up/rules/sum'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'

/** A visit that is due, with what adds up to its date: the lines, then their total. */
export type EmployeeDueVisit = { label: string; untilOn: Day; lines: SumLine[]; total: SumLine }

/** What is due to an employee, soonest first. */
export async function listEmployeeDueVisits(trx: Trx, memberId: string, employeeId: string): Promise<EmployeeDueVisit[]> {
  const rows: { kind: VisitKind; until_on: Day; sum: SumLine[] }[] = await trx
    .from('due_visits')
    .select('kind', 'until_on', 'sum')
    .where({ member_id: memberId, employee_id: employeeId })
    .orderBy('until_on')
    .orderBy('kind')
  return rows.map(({ kind, until_on: untilOn, sum }) => ({
    label: visitKind(kind).label,
    untilOn,
    lines: sum.slice(0, -1),
    total: sum.at(-1)!,
  }))
}
