import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { visitKind, type PractitionerKind, type VisitKind } from '#visits/rules/visit_kinds'
import { visitStateWord, type StateWord } from '#visits/rules/state_words'
import type { VisitState } from '#visits/rules/visit_states'

export type EmployeeVisit = {
  id: string
  startsAt: DateTime
  label: string
  state: VisitState
  word: StateWord
  practitionerKind: PractitionerKind
  practitioner: string
  centre: string
  acknowledged: boolean
}

const VISITS_SHOWN = 50

const COLUMNS = {
  id: 'visits.id',
  startsAt: 'visits.starts_at',
  kind: 'visits.kind',
  state: 'visits.state',
  practitionerKind: 'practitioners.kind',
  practitioner: 'practitioners.name',
  centre: 'centres.name',
  acknowledgedAt: 'acknowledgements.at',
}

/** An employee's visits that the employer may know of, the latest first. */
export async function listEmployeeVisits(trx: Trx, memberId: string, employeeId: string): Promise<EmployeeVisit[]> {
  const rows = await trx
    .from('visits')
    .select(COLUMNS)
    .join('practitioners', 'practitioners.id', 'visits.practitioner_id')
    .join('slots', 'slots.id', 'visits.slot_id')
    .join('centres', 'centres.id', 'slots.centre_id')
    .leftJoin('acknowledgements', 'acknowledgements.visit_id', 'visits.id')
    .where({ 'visits.member_id': memberId, 'visits.employee_id': employeeId, 'visits.visible_to_member': true })
    .orderBy('visits.starts_at', 'desc')
    .limit(VISITS_SHOWN)
  return rows.map(({ kind, startsAt, acknowledgedAt, ...row }) => ({
    ...row,
    startsAt: DateTime.fromJSDate(startsAt),
    label: visitKind(kind as VisitKind).label,
    word: visitStateWord(row.state),
    acknowledged: acknowledgedAt !== null,
  }))
}
