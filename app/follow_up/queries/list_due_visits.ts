import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import type { Kind } from '#follow_up/rules/codes'

/** `from` is the first lawful day, `until` the last one, null where the law sets no date. */
export type DueVisitRow = {
  employeeId: string
  kind: Kind
  from: Day | null
  until: Day | null
  byDoctor: boolean
  beforePost: boolean
  articles: string[]
  because: string[]
}

const COLUMNS = {
  employeeId: 'employee_id',
  kind: 'kind',
  from: 'from_on',
  until: 'until_on',
  byDoctor: 'by_doctor',
  beforePost: 'before_post',
  articles: 'articles',
  because: 'because',
}

/** What is due to these employees, soonest first; what has no date comes last. */
export async function listDueVisits(trx: Trx, employeeIds: string[]): Promise<DueVisitRow[]> {
  return trx.from('due_visits').select(COLUMNS).whereIn('employee_id', employeeIds).orderByRaw('until_on nulls last, kind')
}
