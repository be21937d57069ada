import { instant } from '#core/instant'
import type { Told } from '#messaging/rules/notification_words'

/** Columns and joins of a notification with what it is about. */
export const NOTIFICATION_SQL = {
  columns: `notifications.id, notifications.kind, notifications.member_id, notifications.at, notifications.actor_user_id,
    notifications.visit_id, notifications.visit_starts_at, notifications.visit_request_id, visits.starts_at, visits.state, visit_requests.requested_at,
    employees.first_name || ' ' || employees.family_name as employee_name,
    former_employee.first_name || ' ' || former_employee.family_name as replaced_name`,
  joins: `left join visits on visits.id = notifications.visit_id
    left join visit_requests on visit_requests.id = notifications.visit_request_id
    join employees on employees.id = coalesce(visits.employee_id, visit_requests.employee_id)
    left join substitutions on substitutions.new_visit_id = visits.id
    left join visits former on former.id = substitutions.visit_id
    left join employees former_employee on former_employee.id = former.employee_id`,
}

export function toldOf(row: Record<string, any>): Told {
  return {
    kind: row.kind,
    employeeName: row.employee_name,
    byColleague: row.actor_user_id !== null,
    visit: row.visit_id && visitOf(row),
    request: row.visit_request_id && { id: row.visit_request_id, requestedAt: instant(row.requested_at) },
    replacedName: row.replaced_name,
  }
}

function visitOf({ visit_id: id, visit_starts_at: startsAt, starts_at: now, state }: Record<string, any>) {
  return { id, startsAt: instant(startsAt), state, stands: state === 'convoked' && startsAt.getTime() === now.getTime() }
}
