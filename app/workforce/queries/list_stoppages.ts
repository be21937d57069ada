import type { Trx } from '#core/tenants'
import type { Day } from '#shared/days'
import type { StoppageOrigin } from '#workforce/rules/stoppage_origins'

export type StoppageRow = {
  id: string
  origin: StoppageOrigin
  firstDay: Day
  lastDay: Day
  prescribedOn: Day | null
  returnOn: Day | null
  returnVisitAsked: boolean
}

const COLUMNS = {
  id: 'id',
  origin: 'origin',
  firstDay: 'first_day',
  lastDay: 'last_day',
  prescribedOn: 'prescribed_on',
  returnOn: 'return_on',
  returnVisitAsked: 'return_visit_asked',
}

/** The stoppages of an employee, the latest first; not those withdrawn. */
export function listStoppages(trx: Trx, employeeId: string): Promise<StoppageRow[]> {
  return trx.from('stoppages').select(COLUMNS).where('employee_id', employeeId).whereNull('withdrawn_at').orderBy('first_day', 'desc')
}

/** The stoppage of a member and whose it is, null for a stranger's as for one withdrawn. */
export async function findStoppage(trx: Trx, memberId: string, id: string): Promise<(StoppageRow & { employeeId: string }) | null> {
  return trx
    .from('stoppages')
    .select({ ...COLUMNS, employeeId: 'employee_id' })
    .where({ id, member_id: memberId })
    .whereNull('withdrawn_at')
    .first()
}
