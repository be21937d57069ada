import type { DateTime } from 'luxon'
import { instant, maybeInstant } from '#core/instant'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { cancellationLimit, type CancellationMode } from '#visits/rules/cancellation_window'
import type { EmployeeAnswer } from '#visits/rules/employee_answers'
import type { VisitState } from '#visits/rules/visit_states'

export type ConvocationFacts = {
  visitId: string
  /** Grows each time that the visit is moved: each date is a convocation of its own. */
  sequence: number
  state: VisitState
  /** Its employer must not learn of a visit that is not (DOMAIN 7). */
  visibleToMember: boolean
  startsAt: DateTime
  endsAt: DateTime
  minutes: number
  convokedAt: DateTime
  limit: DateTime
  acknowledgedAt: DateTime | null
  /** What the employee answered to this date. */
  answered: { answer: EmployeeAnswer; at: DateTime } | null
  member: { id: string; number: string; name: string }
  employee: { id: string; name: string; firstName: string; email: string | null }
  centre: { name: string; addressLine: string; postalCode: string; city: string; phone: string; accessDirections: string }
  practitioner: { name: string; jobTitle: string }
  /** The centre of the member's care team: who to call. */
  careCentre: { name: string; phone: string; openingHours: string }
  /** The cancellation that was accepted, and who asked it. */
  cancelled: { by: 'member' | 'staff'; at: DateTime } | null
  /** The visit that took this one's slot, and whose it is. */
  substitutedBy: { visitId: string; employeeName: string } | null
  /** The visit whose slot this one took. */
  substitutes: { visitId: string; employeeName: string } | null
}

/** Everything that a message about a visit may say; it names no kind of visit (DOMAIN 7). */
export async function convocationFacts(trx: Trx, visitId: string): Promise<ConvocationFacts | null> {
  const [facts] = await listConvocationFacts(trx, [visitId])
  return facts ?? null
}

/** The same of several visits, the soonest first. One that is not seen is left out. */
export async function listConvocationFacts(trx: Trx, visitIds: string[]): Promise<ConvocationFacts[]> {
  const { rows } = await trx.rawQuery(SQL, [visitIds] as never)
  const { cancellation_mode: mode } = await readSettings(trx)
  return rows.map((row: Record<string, any>) => readFacts(row, mode))
}

function readFacts(row: Record<string, any>, mode: CancellationMode): ConvocationFacts {
  const startsAt = instant(row.starts_at)
  const endsAt = instant(row.ends_at)
  return {
    visitId: row.id,
    sequence: row.sequence,
    state: row.state,
    visibleToMember: row.visible_to_member,
    startsAt,
    endsAt,
    minutes: endsAt.diff(startsAt).as('minutes'),
    convokedAt: instant(row.convoked_at),
    limit: cancellationLimit(startsAt, mode),
    acknowledgedAt: maybeInstant(row.acknowledged_at),
    answered: row.answer && { answer: row.answer, at: instant(row.answered_at) },
    member: row.member,
    employee: row.employee,
    centre: row.centre,
    practitioner: row.practitioner,
    careCentre: row.care_centre,
    cancelled: row.cancelled_at && { by: row.asked_by_staff ? 'staff' : 'member', at: instant(row.cancelled_at) },
    substitutedBy: row.substituted_by,
    substitutes: row.substitutes,
  }
}

const OTHER = (visit: string) =>
  `jsonb_build_object('visitId', ${visit}.id, 'employeeName', ${visit}_employee.first_name || ' ' || ${visit}_employee.family_name)`

const SQL = `
  select visits.id, visits.sequence, visits.state, visits.visible_to_member, visits.starts_at, visits.ends_at, visits.convoked_at,
    acknowledgements.at as acknowledged_at, employee_answers.answer, employee_answers.at as answered_at, cancellations.at as cancelled_at, cancellations.asked_by_staff,
    jsonb_build_object('id', members.id, 'number', members.member_number, 'name', members.company_name) as member,
    jsonb_build_object('id', employees.id, 'name', employees.first_name || ' ' || employees.family_name,
      'firstName', employees.first_name, 'email', employees.email) as employee,
    jsonb_build_object('name', centres.name, 'addressLine', centres.address_line, 'postalCode', centres.postal_code,
      'city', centres.city, 'phone', centres.phone, 'accessDirections', centres.access_directions) as centre,
    jsonb_build_object('name', practitioners.name, 'jobTitle', practitioners.job_title) as practitioner,
    jsonb_build_object('name', care_centre.name, 'phone', care_centre.phone, 'openingHours', care_centre.opening_hours) as care_centre,
    case when new.id is not null then ${OTHER('new')} end as substituted_by,
    case when former.id is not null then ${OTHER('former')} end as substitutes
  from visits
  join members on members.id = visits.member_id
  join centres care_centre on care_centre.id = members.centre_id
  join employees on employees.id = visits.employee_id
  join slots on slots.id = visits.slot_id
  join centres on centres.id = slots.centre_id
  join practitioners on practitioners.id = visits.practitioner_id
  left join acknowledgements on acknowledgements.visit_id = visits.id and acknowledgements.sequence = visits.sequence
  left join employee_answers on employee_answers.visit_id = visits.id and employee_answers.sequence = visits.sequence
  left join cancellations on cancellations.visit_id = visits.id and cancellations.decision = 'accepted'
  left join substitutions given on given.visit_id = visits.id
  left join visits new on new.id = given.new_visit_id
  left join employees new_employee on new_employee.id = new.employee_id
  left join substitutions got on got.new_visit_id = visits.id
  left join visits former on former.id = got.visit_id
  left join employees former_employee on former_employee.id = former.employee_id
  where visits.id = any(?)
  order by visits.starts_at, visits.id`
