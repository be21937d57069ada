import type { DateTime } from 'luxon'
import { listFreeSlots, type SlotRow } from '#calendar'
import type { Trx } from '#core/tenants'
import { proposeFrom, proposeSlots, type Proposal, type ProposalFacts } from '#back_office/rules/slot_proposals'
import { visitKind, type VisitKind } from '#visits/rules/visit_kinds'

// Enough of each: several practitioners begin together.
const LOOKED_AT = 60

/** The slots to propose for a visit of this kind. When none is free a notice ahead, those that are nearer. */
export async function listProposals(
  trx: Trx,
  kind: VisitKind,
  facts: ProposalFacts,
  now: DateTime,
  count?: number
): Promise<Proposal<SlotRow>[]> {
  const { heldBy: practitionerKinds, minutes } = visitKind(kind)
  const search = { practitionerKinds, minutes, limit: LOOKED_AT }
  const free = async (after: DateTime) => {
    const own = await listFreeSlots(trx, { ...search, after, centreId: facts.centreId })
    const others = await listFreeSlots(trx, { ...search, after })
    return [...own, ...others.filter(({ centreId }) => centreId !== facts.centreId)]
  }
  const slots = await free(proposeFrom(facts, now))
  return proposeSlots(slots.length > 0 ? slots : await free(now), facts, count)
}

export type SlotHolder = { employeeName: string; by: string | null }

/** Who has a slot, and which planner gave it: what to tell the one who came second. */
export async function findSlotHolder(trx: Trx, slotId: string): Promise<SlotHolder | null> {
  const { rows } = await trx.rawQuery(
    `select employees.first_name || ' ' || employees.family_name as "employeeName", staff_users.full_name as by
     from slots join visits on visits.id = slots.visit_id
     join employees on employees.id = visits.employee_id
     left join staff_users on staff_users.id = visits.convoked_by
     where slots.id = ?`,
    [slotId]
  )
  return rows[0] ?? null
}
