import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import { decideCancellation } from '#visits/rules/cancellation_window'

export type Examples = Record<'cancellable' | 'tooLate' | 'requestable' | 'foreign', string | null>

// So that an example stays one for the hours of a visit to the demo.
const WELL_BEFORE_HOURS = 60
const NOT_BEFORE_HOURS = 2
const TOO_LATE_HOURS = 47

/** Addresses to try each case with, as things stand: null for a case that there is not. */
export async function findExamples(trx: Trx, { memberId, strangerId }: { memberId: string; strangerId: string }, now: DateTime): Promise<Examples> {
  const { cancellation_mode: mode } = await readSettings(trx)
  const visits = (await listUnacknowledged(trx, memberId, now)).map(({ id, startsAt }) => ({
    id,
    hours: startsAt.diff(now).as('hours'),
    mayCancel: decideCancellation({ state: 'convoked', startsAt, mode }, now).ok,
  }))
  const cancellable = visits.find(({ hours, mayCancel }) => mayCancel && hours > WELL_BEFORE_HOURS)
  const tooLate = visits.findLast(({ hours, mayCancel }) => !mayCancel && hours > NOT_BEFORE_HOURS && hours < TOO_LATE_HOURS)
  const requestable = await findWithoutAppointment(trx, memberId, now)
  const foreign = await findWithoutAppointment(trx, strangerId, now)
  return {
    cancellable: cancellable ? `/convocations/${cancellable.id}` : null,
    tooLate: tooLate ? `/convocations/${tooLate.id}` : null,
    requestable: requestable && `/salaries/${requestable.id}`,
    foreign: foreign && `/salaries/${foreign.id}`,
  }
}

async function listUnacknowledged(trx: Trx, memberId: string, now: DateTime) {
  const rows = await trx
    .from('visits')
    .select('id', 'starts_at')
    .where({ member_id: memberId, state: 'convoked', visible_to_member: true })
    .where('starts_at', '>', now.toISO()!)
    .whereRaw('not exists (select from acknowledgements where visit_id = visits.id)')
    .orderBy('starts_at')
  return rows.map((row) => ({ id: row.id as string, startsAt: instant(row.starts_at) }))
}

export type WithoutAppointment = { id: string; email: string | null; kind: string }

/** Somebody present for whom nothing is asked nor planned, who is due first. */
export async function findWithoutAppointment(trx: Trx, memberId: string, now: DateTime): Promise<WithoutAppointment | null> {
  const { rows } = await trx.rawQuery(
    `select employees.id, email, due.kind from employees
     join lateral (select kind, until_on from due_visits where employee_id = employees.id order by until_on limit 1) as due on true
     where member_id = :memberId and left_on is null and hired_on <= :today
       and not exists (select from visits where employee_id = employees.id and state = 'convoked')
       and not exists (select from visit_requests where employee_id = employees.id and state in ('sent', 'taken', 'planned'))
     order by due.until_on, employees.id limit 1`,
    { memberId, today: parisDay(now) }
  )
  return rows[0] ?? null
}
