import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import type { RequestKind } from '#visits/rules/request_kinds'
import type { RequestState } from '#visits/rules/request_watch'

export type RequestFacts = {
  id: string
  memberId: string
  employeeId: string
  employeeName: string
  kind: RequestKind
  state: RequestState
  requestedBy: string | null
  requestedAt: DateTime
  legalDeadline: Day | null
  refusedAt: DateTime | null
  refusalReason: string | null
}

/** What a message about a request says. */
export async function requestFacts(trx: Trx, requestId: string): Promise<RequestFacts | null> {
  const row = await trx
    .from('visit_requests')
    .join('employees', 'employees.id', 'visit_requests.employee_id')
    .select('visit_requests.*', 'employees.first_name', 'employees.family_name')
    .where('visit_requests.id', requestId)
    .first()
  return row
    ? {
        id: row.id,
        memberId: row.member_id,
        employeeId: row.employee_id,
        employeeName: `${row.first_name} ${row.family_name}`,
        kind: row.kind,
        state: row.state,
        requestedBy: row.requested_by,
        requestedAt: instant(row.requested_at),
        legalDeadline: row.legal_deadline,
        refusedAt: maybeInstant(row.refused_at),
        refusalReason: row.refusal_reason,
      }
    : null
}
