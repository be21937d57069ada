import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'
import { isTouched, type Change } from '#workforce/rules/touched_visits'

export type ConvokedVisit = { id: string; kind: VisitKind; label: string; startsAt: DateTime; endsAt: DateTime; centre: string; employeeId: string }

/** The visits to come of an employee that the employer knows of, soonest first. */
export async function listConvoked(trx: Trx, employeeId: string, now: DateTime): Promise<ConvokedVisit[]> {
  const rows = await trx
    .from('visits')
    .select({ id: 'visits.id', kind: 'visits.kind', startsAt: 'visits.starts_at', endsAt: 'visits.ends_at', centre: 'centres.name' })
    .join('slots', 'slots.id', 'visits.slot_id')
    .join('centres', 'centres.id', 'slots.centre_id')
    .where({ 'visits.employee_id': employeeId, 'visits.state': 'convoked', 'visits.visible_to_member': true })
    .where('visits.starts_at', '>', now.toISO()!)
    .orderBy('visits.starts_at')
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    employeeId,
    label: visitKind(row.kind).label,
    startsAt: DateTime.fromJSDate(startsAt),
    endsAt: DateTime.fromJSDate(endsAt),
  }))
}

/** Those that a change touches. */
export async function listTouched(trx: Trx, employeeId: string, change: Change, now: DateTime): Promise<ConvokedVisit[]> {
  const convoked = await listConvoked(trx, employeeId, now)
  return convoked.filter(({ kind, startsAt }) => isTouched({ kind, day: parisDay(startsAt) }, change))
}
