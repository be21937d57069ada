import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { requestKind, type RequestKind } from '#visits/rules/request_kinds'
import { requestStateWord, type StateWord } from '#visits/rules/state_words'
import type { RequestState } from '#visits/rules/request_watch'

export type EmployeeRequest = { id: string; label: string; word: StateWord; requestedAt: DateTime }

/** The requests for an employee that are not over, the latest first. */
export async function listEmployeeRequests(trx: Trx, memberId: string, employeeId: string): Promise<EmployeeRequest[]> {
  const rows: { id: string; kind: RequestKind; state: RequestState; requested_at: Date }[] = await trx
    .from('visit_requests')
    .select('id', 'kind', 'state', 'requested_at')
    .where({ member_id: memberId, employee_id: employeeId })
    .whereIn('state', ['sent', 'taken', 'planned'])
    .orderBy('requested_at', 'desc')
  return rows.map(({ id, kind, state, requested_at: requestedAt }) => ({
    id,
    label: requestKind(kind).label,
    word: requestStateWord(state),
    requestedAt: DateTime.fromJSDate(requestedAt),
  }))
}
