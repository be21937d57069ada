import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { RequestKind } from '#visits/rules/request_kinds'
import type { RequestState } from '#visits/rules/request_watch'
import { visitKind, type PractitionerKind, type VisitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'
import { createSlot, type Slot } from '#tests/support/factories/calendar'
import { createEmployee, createMember } from '#tests/support/factories/members'
import { insert, owner } from '#tests/support/factories/rows'

type Person = { id: string; memberId: string }
type Whose = { employee?: Person; member?: { id: string } }

export type Visit = { id: string; memberId: string; employeeId: string; slotId: string; startsAt: DateTime; endsAt: DateTime }
export type Request = { id: string; memberId: string; employeeId: string }

async function someoneOf({ employee, member }: Whose): Promise<Person> {
  return employee ?? createEmployee({ member: member ?? (await createMember()) })
}

/** A visit in its slot. Whatever is not given is made: slot, practitioner, employee, member. */
export async function createVisit({
  startsAt,
  state = 'convoked',
  kind = 'periodic_information',
  practitionerKind = visitKind(kind).heldBy.at(-1)!,
  convokedAt = DateTime.min(DateTime.utc(), startsAt).minus({ days: 10 }),
  request,
  acknowledgedBy,
  visible = true,
  slot,
  ...whose
}: Whose & {
  startsAt: DateTime
  state?: VisitState
  kind?: VisitKind
  practitionerKind?: PractitionerKind
  convokedAt?: DateTime
  request?: { id: string }
  acknowledgedBy?: { id: string }
  visible?: boolean
  slot?: Slot
}): Promise<Visit> {
  const { id: employeeId, memberId } = await someoneOf(whose)
  const taken = slot ?? (await createSlot({ startsAt, minutes: visitKind(kind).minutes, kind: practitionerKind }))
  const hasOutcome = ['held', 'excused', 'unexcused'].includes(state)
  const visit = await insert('visits', {
    member_id: memberId,
    employee_id: employeeId,
    visit_request_id: request?.id ?? null,
    slot_id: taken.id,
    practitioner_id: taken.practitionerId,
    starts_at: taken.startsAt,
    ends_at: taken.endsAt,
    kind,
    state,
    visible_to_member: visible,
    convoked_at: convokedAt,
    outcome_at: hasOutcome ? taken.endsAt : null,
  })
  if (state !== 'cancelled' && state !== 'substituted') await owner().from('slots').where('id', taken.id).update({ visit_id: visit.id })
  if (acknowledgedBy) await insert('acknowledgements', { visit_id: visit.id, member_id: memberId, user_id: acknowledgedBy.id })
  return { id: visit.id, memberId, employeeId, slotId: taken.id, startsAt: taken.startsAt, endsAt: taken.endsAt }
}

/** A request in any state, with the dates that the state implies. */
export async function createRequest({
  kind = 'follow_up',
  state = 'sent',
  reason = kind === 'employer_demand' ? 'Le poste change en janvier' : null,
  requestedAt = DateTime.utc(),
  legalDeadline = null,
  requestedBy,
  takenBy,
  ...whose
}: Whose & {
  kind?: RequestKind
  state?: RequestState
  reason?: string | null
  requestedAt?: DateTime
  legalDeadline?: string | null
  requestedBy?: { id: string }
  takenBy?: { id: string }
} = {}): Promise<Request> {
  const { id: employeeId, memberId } = await someoneOf(whose)
  const request = await insert('visit_requests', {
    member_id: memberId,
    employee_id: employeeId,
    kind,
    state,
    reason,
    requested_at: requestedAt,
    requested_by: requestedBy?.id ?? null,
    legal_deadline: legalDeadline,
    taken_by: takenBy?.id ?? null,
    taken_at: state === 'sent' ? null : requestedAt,
    refused_at: state === 'refused' ? requestedAt : null,
    refusal_reason: state === 'refused' ? 'Une visite est déjà prévue' : null,
    closed_at: ['held', 'refused', 'cancelled'].includes(state) ? requestedAt : null,
  })
  return { id: request.id, memberId, employeeId }
}

/** A message on a request: of the employer, or of OSTRA when `staff` wrote it. */
export async function createMessage({
  request,
  user,
  staff,
  text = 'Le matin nous arrange',
  sentAt = DateTime.utc(),
}: {
  request: Request
  user?: { id: string }
  staff?: { id: string }
  text?: string
  sentAt?: DateTime
}): Promise<{ id: string }> {
  return insert('request_messages', {
    visit_request_id: request.id,
    member_id: request.memberId,
    author_user_id: user?.id ?? null,
    author_staff_id: staff?.id ?? null,
    text,
    form_key: randomUUID(),
    sent_at: sentAt,
  })
}
