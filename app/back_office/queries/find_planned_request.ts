import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { MESSAGE_WAITS } from '#back_office/queries/request_messages'
import { requestKind, type RequestKind } from '#visits/rules/request_kinds'
import type { Escalation, RequestState } from '#visits/rules/request_watch'
import { needsWords } from '#workforce/rules/needs'
import { visitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

export type PlannedRequest = {
  id: string
  employeeId: string
  employeeName: string
  jobTitle: string
  /** What the visit needs, in words. */
  needs: string
  member: { id: string; name: string; number: string; centreId: string; centreName: string }
  kind: RequestKind
  label: string
  state: RequestState
  reason: string | null
  note: string | null
  askedBy: string | null
  employeeInformedAt: DateTime | null
  wishFrom: Day | null
  legalDeadline: Day | null
  requestedAt: DateTime
  requestedBy: string | null
  takenBy: string | null
  takenAt: DateTime | null
  refusedBy: string | null
  refusedAt: DateTime | null
  refusalReason: string | null
  closedAt: DateTime | null
  escalations: Escalation[]
  /** The employer wrote, and nobody answered. */
  hasMessage: boolean
  visits: { id: string; startsAt: DateTime; state: VisitState; label: string; convokedBy: string | null }[]
}

/** A request as a planner sees it, with every visit that was given to it. */
export async function findPlannedRequest(trx: Trx, id: string): Promise<PlannedRequest | null> {
  const { rows } = await trx.rawQuery(SQL, [id])
  if (!rows[0]) return null
  const visits = await trx
    .from('visits')
    .leftJoin('staff_users', 'staff_users.id', 'visits.convoked_by')
    .select('visits.id', 'visits.starts_at', 'visits.state', 'visits.kind', 'staff_users.full_name as convoked_by_name')
    .where('visit_request_id', id)
    .orderBy('visits.convoked_at', 'desc')
  return { ...plannedRequest(rows[0]), visits: visits.map(requestVisit) }
}

const SQL = `
  select visit_requests.*, employees.first_name || ' ' || employees.family_name as employee_name, employees.job_title,
    employees.needs, employees.interpreter_language,
    members.company_name, members.member_number, members.centre_id, centres.name as centre_name,
    users.full_name as requested_by_name, taker.full_name as taken_by_name, refuser.full_name as refused_by_name,
    array(select kind from escalations where visit_request_id = visit_requests.id order by raised_at) as escalations, ${MESSAGE_WAITS} as has_message
  from visit_requests
  join employees on employees.id = visit_requests.employee_id
  join members on members.id = visit_requests.member_id
  join centres on centres.id = members.centre_id
  left join users on users.id = visit_requests.requested_by
  left join staff_users taker on taker.id = visit_requests.taken_by
  left join staff_users refuser on refuser.id = visit_requests.refused_by
  where visit_requests.id = ?`

function plannedRequest(row: Record<string, any>): Omit<PlannedRequest, 'visits'> {
  return {
    id: row.id,
    employeeId: row.employee_id,
    employeeName: row.employee_name,
    jobTitle: row.job_title,
    needs: needsWords(row.needs, row.interpreter_language),
    member: {
      id: row.member_id,
      name: row.company_name,
      number: row.member_number,
      centreId: row.centre_id,
      centreName: row.centre_name,
    },
    kind: row.kind,
    label: requestKind(row.kind).label,
    state: row.state,
    reason: row.reason,
    note: row.note,
    askedBy: row.asked_by_name,
    employeeInformedAt: maybeInstant(row.employee_informed_at),
    wishFrom: row.wish_from,
    legalDeadline: row.legal_deadline,
    requestedAt: instant(row.requested_at),
    requestedBy: row.requested_by_name,
    takenBy: row.taken_by_name,
    takenAt: maybeInstant(row.taken_at),
    refusedBy: row.refused_by_name,
    refusedAt: maybeInstant(row.refused_at),
    refusalReason: row.refusal_reason,
    closedAt: maybeInstant(row.closed_at),
    escalations: row.escalations,
    hasMessage: row.has_message,
  }
}

function requestVisit(row: Record<string, any>): PlannedRequest['visits'][number] {
  return {
    id: row.id,
    startsAt: instant(row.starts_at),
    state: row.state,
    label: visitKind(row.kind).label,
    convokedBy: row.convoked_by_name,
  }
}
