import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import type { SumLine } from '#follow_up/rules/sum'

export type DueVisitRow = {
  employeeId: string
  kind: string
  until: Day
  beforePost: boolean
  articles: string[]
  sum: SumLine[]
}

/** What is due to these employees, soonest first. */
export async function listDueVisits(trx: Trx, employeeIds: string[]): Promise<DueVisitRow[]> {
  return trx
    .from('due_visits')
    .select('employee_id as employeeId', 'kind', 'until_on as until', 'before_post as beforePost', 'articles', 'sum')
    .whereIn('employee_id', employeeIds)
    .orderBy('until_on')
    .orderBy('kind')
}
