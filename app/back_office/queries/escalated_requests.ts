import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { requestKind } from '#visits/rules/request_kinds'
import type { Escalation, RequestState } from '#visits/rules/request_watch'

export type EscalatedRequest = {
  id: string
  employeeName: string
  companyName: string
  label: string
  state: RequestState
  legalDeadline: Day | null
  escalation: Escalation
}

/** The gravest alarm that still holds for each open request: what was taken or planned since no longer rings for it. */
export async function listEscalatedRequests(trx: Trx): Promise<EscalatedRequest[]> {
  const { rows } = await trx.rawQuery(
    `select distinct on (visit_requests.legal_deadline, visit_requests.id)
       visit_requests.id, visit_requests.kind, visit_requests.state, visit_requests.legal_deadline,
       employees.first_name || ' ' || employees.family_name as employee_name, members.company_name,
       escalations.kind as escalation
     from escalations
     join visit_requests on visit_requests.id = escalations.visit_request_id
     join employees on employees.id = visit_requests.employee_id
     join members on members.id = visit_requests.member_id
     where (escalations.kind = 'not_taken' and visit_requests.state = 'sent')
        or (escalations.kind = 'deadline_near' and visit_requests.state in ('sent', 'taken'))
        or (escalations.kind = 'deadline_passed' and visit_requests.state in ('sent', 'taken', 'planned'))
     order by visit_requests.legal_deadline nulls last, visit_requests.id,
       array_position(array['deadline_passed', 'deadline_near', 'not_taken'], escalations.kind)
     limit 50`
  )
  return rows.map((row: Record<string, any>) => ({
    id: row.id,
    employeeName: row.employee_name,
    companyName: row.company_name,
    label: requestKind(row.kind).label,
    state: row.state,
    legalDeadline: row.legal_deadline,
    escalation: row.escalation,
  }))
}
