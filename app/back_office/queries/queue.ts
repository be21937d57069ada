import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { addDays, parisDay, SOON_DAYS, type Day } from '#shared/dates'
import type { PlannedRequest } from '#back_office/queries/find_planned_request'
import { MESSAGE_WAITS } from '#back_office/queries/request_messages'
import type { QueueFilters } from '#back_office/rules/planning_filters'
import { requestKind, type RequestKind } from '#visits/rules/request_kinds'

/** Requests shown at once: the filters are there for the others. */
export const QUEUE_SIZE = 20

export type QueuedRequest = {
  id: string
  employeeName: string
  companyName: string
  kind: RequestKind
  label: string
  state: 'sent' | 'taken' | 'planned'
  legalDeadline: Day | null
  requestedAt: DateTime
  takenBy: string | null
  /** The employer wrote, and nobody answered. */
  hasMessage: boolean
}

/** The requests that wait for a planner or for a slot: the nearest deadline first, then the oldest. */
export async function listQueue(
  trx: Trx,
  filters: QueueFilters,
  { staffId, now }: { staffId: string; now: DateTime }
): Promise<{ rows: QueuedRequest[]; total: number }> {
  const today = parisDay(now)
  const rows = await trx
    .from('visit_requests')
    .join('employees', 'employees.id', 'visit_requests.employee_id')
    .join('members', 'members.id', 'visit_requests.member_id')
    .leftJoin('staff_users', 'staff_users.id', 'visit_requests.taken_by')
    .select('visit_requests.*', 'employees.first_name', 'employees.family_name', 'members.company_name')
    .select('staff_users.full_name as taken_by_name', trx.raw('count(*) over ()::int as total'), trx.raw(`${MESSAGE_WAITS} as has_message`))
    .whereIn('visit_requests.state', statesOf(filters))
    .if(filters.state === 'message', (query) => query.whereRaw(MESSAGE_WAITS))
    .if(filters.state === 'mine', (query) => query.where('visit_requests.taken_by', staffId))
    .if(filters.due === 'late', (query) => query.where('visit_requests.legal_deadline', '<', today))
    .if(filters.due === 'soon', (query) => query.whereBetween('visit_requests.legal_deadline', [today, addDays(today, SOON_DAYS)]))
    .if(filters.search, (query) =>
      query.whereRaw(
        "fold(employees.first_name || ' ' || employees.family_name || ' ' || members.company_name || ' ' || members.member_number) like '%' || trim(fold(?)) || '%'",
        [filters.search!]
      )
    )
    .orderByRaw('visit_requests.legal_deadline nulls last, visit_requests.requested_at, visit_requests.id')
    .limit(QUEUE_SIZE)
  return { rows: rows.map(queuedRequest), total: rows[0]?.total ?? 0 }
}

// A message may come once the visit has its date.
function statesOf({ state }: QueueFilters): QueuedRequest['state'][] {
  if (state === 'message') return ['sent', 'taken', 'planned']
  if (state === null) return ['sent', 'taken']
  return [state === 'sent' ? 'sent' : 'taken']
}

/** The request that one is placing is shown, were it far down the queue: its slots are chosen there. */
export function withChosen<Q extends { rows: QueuedRequest[] }>(queue: Q, chosen: PlannedRequest | undefined): Q {
  if (!chosen || queue.rows.some(({ id }) => id === chosen.id)) return queue
  const { member, state, ...facts } = chosen
  return { ...queue, rows: [{ ...facts, companyName: member.name, state: state === 'sent' ? 'sent' : 'taken' }, ...queue.rows] }
}

export async function countQueue(trx: Trx): Promise<number> {
  const row = await trx.from('visit_requests').whereIn('state', ['sent', 'taken']).count('* as total').first()
  return Number(row.total)
}

function queuedRequest(row: Record<string, any>): QueuedRequest {
  return {
    id: row.id,
    employeeName: `${row.first_name} ${row.family_name}`,
    companyName: row.company_name,
    kind: row.kind,
    label: requestKind(row.kind).label,
    state: row.state,
    legalDeadline: row.legal_deadline,
    requestedAt: instant(row.requested_at),
    takenBy: row.taken_by_name,
    hasMessage: row.has_message,
  }
}
