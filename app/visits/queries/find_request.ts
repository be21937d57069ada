import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { requestKind, type RequestKind } from '#visits/rules/request_kinds'
import type { RequestState } from '#visits/rules/request_watch'

export type RequestPage = {
  id: string
  employeeId: string
  employeeName: string
  kind: RequestKind
  label: string
  state: RequestState
  reason: string | null
  wishFrom: Day | null
  note: string | null
  /** Who asks for the employer, and since when the employee is said to know of it. */
  askedBy: string | null
  employeeInformedAt: DateTime | null
  legalDeadline: Day | null
  requestedAt: DateTime
  takenAt: DateTime | null
  closedAt: DateTime | null
  refusalReason: string | null
  visitId: string | null
  startsAt: DateTime | null
}

/** A request of the member, with the visit that answers it. */
export async function findRequest(trx: Trx, memberId: string, id: string): Promise<RequestPage | null> {
  const { rows } = await trx.rawQuery(
    `select visit_requests.*, employees.first_name || ' ' || employees.family_name as employee_name,
       visit.id as visit_id, visit.starts_at
     from visit_requests
     join employees on employees.id = visit_requests.employee_id
     left join lateral (
       select id, starts_at from visits
       where visit_request_id = visit_requests.id and state in ('convoked', 'held') and visible_to_member
       order by starts_at desc limit 1) as visit on true
     where visit_requests.member_id = ? and visit_requests.id = ?`,
    [memberId, id]
  )
  return rows[0] ? requestPage(rows[0]) : null
}

function requestPage(row: Record<string, any>): RequestPage {
  return {
    id: row.id,
    employeeId: row.employee_id,
    employeeName: row.employee_name,
    kind: row.kind,
    label: requestKind(row.kind).label,
    state: row.state,
    reason: row.reason,
    wishFrom: row.wish_from,
    note: row.note,
    askedBy: row.asked_by_name,
    employeeInformedAt: maybeInstant(row.employee_informed_at),
    legalDeadline: row.legal_deadline,
    requestedAt: instant(row.requested_at),
    takenAt: maybeInstant(row.taken_at),
    closedAt: maybeInstant(row.closed_at),
    refusalReason: row.refusal_reason,
    visitId: row.visit_id,
    startsAt: maybeInstant(row.starts_at),
  }
}
