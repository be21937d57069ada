import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import { cancellationLimit } from '#visits/rules/cancellation_window'
import type { EmployeeAnswer } from '#visits/rules/employee_answers'
import { needsWords } from '#workforce/rules/needs'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

export type PlannedVisit = {
  id: string
  kind: VisitKind
  label: string
  state: VisitState
  startsAt: DateTime
  endsAt: DateTime
  limit: DateTime
  minutes: number
  employee: { id: string; name: string; jobTitle: string; /** What the visit needs, in words. */ needs: string }
  member: { name: string; number: string; centreId: string }
  centreName: string
  practitioner: { name: string; jobTitle: string }
  convokedAt: DateTime
  convokedBy: string | null
  acknowledgedAt: DateTime | null
  /** What the employee answered to this date. */
  answered: { answer: EmployeeAnswer; at: DateTime } | null
  outcomeAt: DateTime | null
  outcomeBy: string | null
  request: { id: string; legalDeadline: Day | null } | null
  cancellations: { at: DateTime; by: string; reason: string; accepted: boolean }[]
}

/** A visit as a planner sees it, with who asked to cancel it and how that ended. */
export async function findPlannedVisit(trx: Trx, id: string): Promise<PlannedVisit | null> {
  const { rows } = await trx.rawQuery(SQL, [id])
  if (!rows[0]) return null
  const { cancellation_mode: mode } = await readSettings(trx)
  const cancellations = await trx
    .from('cancellations')
    .leftJoin('users', 'users.id', 'cancellations.asked_by_user')
    .leftJoin('staff_users', 'staff_users.id', 'cancellations.asked_by_staff')
    .select('cancellations.*', trx.raw("coalesce(staff_users.full_name || ', OSTRA', users.full_name) as asked_by"))
    .where('visit_id', id)
    .orderBy('at')
  const limit = cancellationLimit(instant(rows[0].starts_at), mode)
  return { ...plannedVisit(rows[0]), limit, cancellations: cancellations.map(cancellation) }
}

const SQL = `
  select visits.*, employees.first_name || ' ' || employees.family_name as employee_name, employees.job_title,
    employees.needs, employees.interpreter_language,
    members.company_name, members.member_number, members.centre_id, centres.name as centre_name,
    practitioners.name as practitioner_name, practitioners.job_title as practitioner_title,
    convoker.full_name as convoked_by_name, recorder.full_name as outcome_by_name,
    acknowledgements.at as acknowledged_at, employee_answers.answer, employee_answers.at as answered_at, visit_requests.legal_deadline
  from visits
  join employees on employees.id = visits.employee_id
  join members on members.id = visits.member_id
  join slots on slots.id = visits.slot_id
  join centres on centres.id = slots.centre_id
  join practitioners on practitioners.id = visits.practitioner_id
  left join visit_requests on visit_requests.id = visits.visit_request_id
  left join staff_users convoker on convoker.id = visits.convoked_by
  left join staff_users recorder on recorder.id = visits.outcome_by
  left join acknowledgements on acknowledgements.visit_id = visits.id and acknowledgements.sequence = visits.sequence
  left join employee_answers on employee_answers.visit_id = visits.id and employee_answers.sequence = visits.sequence
  where visits.id = ?`

function plannedVisit(row: Record<string, any>): Omit<PlannedVisit, 'limit' | 'cancellations'> {
  const startsAt = instant(row.starts_at)
  const endsAt = instant(row.ends_at)
  return {
    id: row.id,
    kind: row.kind,
    label: visitKind(row.kind).label,
    state: row.state,
    startsAt,
    endsAt,
    minutes: endsAt.diff(startsAt).as('minutes'),
    employee: { id: row.employee_id, name: row.employee_name, jobTitle: row.job_title, needs: needsWords(row.needs, row.interpreter_language) },
    member: { name: row.company_name, number: row.member_number, centreId: row.centre_id },
    centreName: row.centre_name,
    practitioner: { name: row.practitioner_name, jobTitle: row.practitioner_title },
    convokedAt: instant(row.convoked_at),
    convokedBy: row.convoked_by_name,
    acknowledgedAt: maybeInstant(row.acknowledged_at),
    answered: row.answer && { answer: row.answer, at: instant(row.answered_at) },
    outcomeAt: maybeInstant(row.outcome_at),
    outcomeBy: row.outcome_by_name,
    request: row.visit_request_id && { id: row.visit_request_id, legalDeadline: row.legal_deadline },
  }
}

function cancellation(row: Record<string, any>): PlannedVisit['cancellations'][number] {
  return { at: instant(row.at), by: row.asked_by, reason: row.reason, accepted: row.decision === 'accepted' }
}
