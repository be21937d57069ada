import type { DateTime } from 'luxon'
import { findSlot } from '#calendar'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { refuse, type Result } from '#shared/result'
import { convokeAnew } from '#visits/actions/convoke_anew'
import { lockVisit } from '#visits/queries/lock'
import { fitSlot, type SlotRefusal } from '#visits/rules/slot_fitness'
import type { VisitState } from '#visits/rules/visit_states'

export type MoveVisit = { visitId: string; slotId: string; staffId: string }

export type MoveRefusal =
  | SlotRefusal
  | { type: 'not_convoked'; state: VisitState }
  | { type: 'slot_taken' }
  | { type: 'employee_busy' }

/** OSTRA gives a visit another slot. */
export async function moveVisit(
  trx: Trx,
  { visitId, slotId, staffId }: MoveVisit,
  now: DateTime
): Promise<Result<null, MoveRefusal>> {
  const visit = orNotFound(await lockVisit(trx, visitId))
  const { state, kind } = visit
  if (state !== 'convoked') return refuse({ type: 'not_convoked', state })
  const slot = orNotFound(await findSlot(trx, slotId))
  const fit = fitSlot(kind, slot, now)
  if (!fit.ok) return fit
  return convokeAnew(trx, { visit, slot, by: { staff: staffId } }, now)
}
