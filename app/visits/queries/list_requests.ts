import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { requestKind } from '#visits/rules/request_kinds'
import type { RequestState } from '#visits/rules/request_watch'

export const PAGE_SIZE = 25

export type RequestRow = {
  id: string
  employeeName: string
  label: string
  state: RequestState
  requestedAt: DateTime
  takenAt: DateTime | null
  closedAt: DateTime | null
  legalDeadline: Day | null
  visitId: string | null
  /** OSTRA wrote something that the user has not read. */
  hasNews: boolean
  startsAt: DateTime | null
}

export type RequestList = { rows: RequestRow[]; total: number }

/** A page of the member's requests in these states, the newest first. */
export async function listRequests(
  trx: Trx,
  memberId: string,
  { states, page }: { states: readonly RequestState[]; page: number },
  size = PAGE_SIZE
): Promise<RequestList> {
  const { rows } = await trx.rawQuery(
    `select requests.*, employees.first_name || ' ' || employees.family_name as employee_name,
       visit.id as visit_id, visit.starts_at,
       exists (
         select from request_messages as messages
         left join request_readings as readings on readings.visit_request_id = messages.visit_request_id and readings.user_id = app_user_id()
         where messages.visit_request_id = requests.id and author_staff_id is not null and sent_at > coalesce(read_at, '-infinity')) as has_news
     from (
       select visit_requests.*, count(*) over ()::int as total from visit_requests
       where member_id = :memberId and state = any(:states)
       order by requested_at desc, id desc limit :size offset :offset
     ) as requests
     join employees on employees.id = requests.employee_id
     left join lateral (
       select id, starts_at from visits
       where visit_request_id = requests.id and state in ('convoked', 'held') and visible_to_member
       order by starts_at desc limit 1) as visit on true
     order by requests.requested_at desc, requests.id desc`,
    { memberId, states, size, offset: (page - 1) * size } as never
  )
  return { rows: rows.map(requestRow), total: rows[0]?.total ?? 0 }
}

function requestRow(row: Record<string, any>): RequestRow {
  return {
    id: row.id,
    employeeName: row.employee_name,
    label: requestKind(row.kind).label,
    state: row.state,
    requestedAt: instant(row.requested_at),
    takenAt: maybeInstant(row.taken_at),
    closedAt: maybeInstant(row.closed_at),
    legalDeadline: row.legal_deadline,
    visitId: row.visit_id,
    hasNews: row.has_news,
    startsAt: maybeInstant(row.starts_at),
  }
}
