import type { DateTime } from 'luxon'
import type { SlotRow } from '#calendar'
import type { Trx } from '#core/tenants'
import { findPlannedVisit, type PlannedVisit } from '#back_office/queries/find_planned_visit'
import { listProposals } from '#back_office/queries/slot_proposals'
import type { Proposal } from '#back_office/rules/slot_proposals'

export type TouchedVisit = { visit: PlannedVisit; proposals: Proposal<SlotRow>[]; /** Of which one is chosen unless the planner chooses otherwise. */ best: string | null }

/** The convoked visits among these, the soonest first, each with the slots it could go to: no two begin with the same one. */
export async function listTouchedVisits(trx: Trx, visitIds: string[], now: DateTime): Promise<TouchedVisit[]> {
  const touched: TouchedVisit[] = []
  const given = new Set<string>()
  for (const id of visitIds) {
    const visit = (await findPlannedVisit(trx, id))!
    const facts = { centreId: visit.member.centreId, wishFrom: null, legalDeadline: visit.request?.legalDeadline ?? null }
    const proposals = await listProposals(trx, visit.kind, facts, now, 5 + visitIds.length)
    const open = proposals.filter(({ slot }) => !given.has(slot.id)).slice(0, 5)
    const best = open[0]?.slot.id ?? null
    if (best) given.add(best)
    touched.push({ visit, proposals: open, best })
  }
  return touched
}

/** What the planner saw: changes with each visit that comes, goes or is moved. */
export function seenOf(touched: readonly TouchedVisit[]): string {
  return touched.map(({ visit }) => `${visit.id}@${visit.startsAt.toMillis()}`).join(' ')
}
