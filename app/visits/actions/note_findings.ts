import type { DateTime } from 'luxon'
import { refresh } from '#follow_up'
import { orNotFound } from '#core/exceptions/refusals'
import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import { ok, type Result } from '#shared/result'
import { lockVisit } from '#visits/queries/lock'
import { decideFindings, type Findings, type FindingsRefusal } from '#visits/rules/findings'

export type NoteFindings = Findings & { visitId: string; staffId: string }

/** The health team notes what the doctor set at a visit; noted again, it replaces what was. The dates due follow. */
export async function noteFindings(
  trx: Trx,
  { visitId, staffId, ...found }: NoteFindings,
  now: DateTime
): Promise<Result<null, FindingsRefusal>> {
  const { state, kind, startsAt, practitionerId, memberId, employeeId } = orNotFound(await lockVisit(trx, visitId))
  const { kind: practitionerKind } = await trx.from('practitioners').select('kind').where('id', practitionerId).firstOrFail()
  const decision = decideFindings({ state, kind, practitionerKind, heldOn: parisDay(startsAt) }, found)
  if (!decision.ok) return decision

  const { nextBy, noMeasureNeeded } = decision.value
  const row = { visit_id: visitId, member_id: memberId, next_by: nextBy, no_measure_needed: noMeasureNeeded, noted_by: staffId, noted_at: now.toJSDate() }
  await trx.insertQuery().table('visit_findings').insert(row).onConflict('visit_id').merge()
  // Without the member: not even the act is theirs to read (DOMAIN 7).
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'visit.findings_noted', subjectId: visitId })
  await refresh(trx, [employeeId], parisDay(now))
  return ok(null)
}
