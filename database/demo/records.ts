import type { DateTime } from 'luxon'
import type { JournalEvent } from '#core/journal_events'
import type { Day } from '#shared/dates'
import { ring } from '#database/demo/bell'
import type { Slot } from '#database/demo/diary'
import type { Followed, Scene } from '#database/demo/scene'
import { cancellationLimit } from '#visits/rules/cancellation_window'
import type { EmployeeAnswer } from '#visits/rules/employee_answers'
import type { RequestKind } from '#visits/rules/request_kinds'
import type { RequestState } from '#visits/rules/request_watch'
import type { VisitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

type VisitFacts = { kind: VisitKind; state: VisitState; slot: Slot; convokedAt: DateTime; requestId?: string }

/** A visit and its slot. What is over has no workflow any more, so that the worker starts only those that still live. */
export function writeVisit(scene: Scene, employee: Followed, { kind, state, slot, convokedAt, requestId }: VisitFacts) {
  const { rows, now, plannerId } = scene
  const limit = cancellationLimit(slot.startsAt, 'clock_hours')
  const isOver = state !== 'convoked'
  const hasOutcome = ['held', 'excused', 'unexcused'].includes(state)
  const visit = rows.add('visits', {
    member_id: employee.firm.memberId,
    employee_id: employee.id,
    visit_request_id: requestId ?? null,
    slot_id: slot.id,
    practitioner_id: slot.practitioner.id,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
    kind,
    state,
    convoked_at: convokedAt,
    convoked_by: plannerId,
    window_closed_at: limit <= now && (!isOver || hasOutcome) ? limit : null,
    outcome_asked_at: state === 'convoked' && slot.endsAt < now ? slot.endsAt.plus({ minutes: 30 }) : null,
    outcome_at: hasOutcome ? slot.endsAt.plus({ minutes: 12 }) : null,
    outcome_by: hasOutcome ? plannerId : null,
    workflow_started_at: isOver ? convokedAt : null,
    workflow_ended_at: isOver ? slot.endsAt : null,
  })
  if (state !== 'cancelled' && state !== 'substituted') slot.row.visit_id = visit.id
  if (!isOver) scene.toStart.push({ workflow: 'visit', id: visit.id })
  journal(scene, employee, { by: 'staff', event: 'visit.convoked', at: convokedAt, subjectId: visit.id })
  ring(scene, employee, { kind: 'visit_convoked', at: convokedAt, visit })
  if (hasOutcome) ring(scene, employee, { kind: 'visit_outcome', at: visit.outcome_at!, visit })
  return visit
}

type RequestFacts = {
  kind: RequestKind
  state: RequestState
  requestedAt: DateTime
  takenAt?: DateTime
  closedAt?: DateTime
  reason?: string
  note?: string
  wishFrom?: Day
  legalDeadline?: Day
  refusalReason?: string
}

export function writeRequest(scene: Scene, employee: Followed, facts: RequestFacts) {
  const { rows, plannerId, toStart } = scene
  const { kind, state, requestedAt, takenAt, closedAt } = facts
  const refusal = state === 'refused' && { refused_by: plannerId, refused_at: closedAt, refusal_reason: facts.refusalReason }
  const request = rows.add('visit_requests', {
    member_id: employee.firm.memberId,
    employee_id: employee.id,
    kind,
    state,
    reason: facts.reason ?? null,
    note: facts.note ?? null,
    wish_from: facts.wishFrom ?? null,
    legal_deadline: facts.legalDeadline ?? null,
    requested_by: employee.firm.userId,
    requested_at: requestedAt,
    taken_by: takenAt ? plannerId : null,
    taken_at: takenAt ?? null,
    closed_at: closedAt ?? null,
    workflow_started_at: closedAt ? requestedAt : null,
    workflow_ended_at: closedAt ?? null,
    refused_by: null,
    refused_at: null,
    refusal_reason: null,
    ...refusal,
  })
  if (!closedAt) toStart.push({ workflow: 'visit_request', id: request.id })
  journal(scene, employee, { by: 'user', event: 'visit_request.sent', at: requestedAt, subjectId: request.id })
  if (takenAt) journal(scene, employee, { by: 'staff', event: 'visit_request.taken', at: takenAt, subjectId: request.id })
  if (takenAt) ring(scene, employee, { kind: 'request_taken', at: takenAt, requestId: request.id })
  if (state === 'refused') ring(scene, employee, { kind: 'request_refused', at: closedAt!, requestId: request.id })
  return request
}

type Act = { by: 'user' | 'staff' | 'nobody'; event: JournalEvent; at: DateTime; subjectId: string }

/** The journal keeps twelve months: what the demo did before is in its own tables only. */
export function journal({ rows, plannerId, now }: Scene, { firm }: Followed, { by, event, at, subjectId }: Act) {
  if (at < now.minus({ months: 12 })) return
  const actor = { user: firm.userId, staff: plannerId, nobody: null }[by]
  rows.add('journal_entries', { at, actor_kind: by, actor_id: actor, member_id: firm.memberId, event, subject_id: subjectId })
}

export function acknowledge(scene: Scene, employee: Followed, visitId: string, at: DateTime) {
  const { memberId, userId } = employee.firm
  scene.rows.add('acknowledgements', { visit_id: visitId, member_id: memberId, user_id: userId, at })
  journal(scene, employee, { by: 'user', event: 'visit.acknowledged', at, subjectId: visitId })
}

/** What the person convoked answered from the link in their mail. */
export function answer(scene: Scene, employee: Followed, visit: { id: string; starts_at: DateTime }, said: { answer: EmployeeAnswer; at: DateTime }) {
  const isComing = said.answer === 'coming'
  scene.rows.add('employee_answers', { visit_id: visit.id, member_id: employee.firm.memberId, sequence: 0, ...said })
  journal(scene, employee, { by: 'nobody', event: isComing ? 'visit.confirmed' : 'visit.declined', at: said.at, subjectId: visit.id })
  if (!isComing) ring(scene, employee, { kind: 'employee_declined', at: said.at, visit })
}

export function askCancellation(
  scene: Scene,
  employee: Followed,
  { visitId, slot, at, reason, decision }: { visitId: string; slot: Slot; at: DateTime; reason: string; decision: 'accepted' | 'refused' }
) {
  const { memberId, userId } = employee.firm
  const limit = cancellationLimit(slot.startsAt, 'clock_hours')
  scene.rows.add('cancellations', { visit_id: visitId, member_id: memberId, asked_by_user: userId, reason, decision, limit_at: limit, at })
  const event = decision === 'accepted' ? 'visit.cancelled' : 'visit.cancellation_refused'
  journal(scene, employee, { by: 'user', event, at, subjectId: visitId })
}
