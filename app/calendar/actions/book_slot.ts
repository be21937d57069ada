import type { Trx } from '#core/tenants'

/** Gives a free slot to a visit. Of several that want it at once, the row's lock lets one through: false for the others. */
export async function bookSlot(trx: Trx, slotId: string, visitId: string): Promise<boolean> {
  return updateOne(trx.from('slots').where({ id: slotId, withdrawn: false }).whereNull('visit_id').update({ visit_id: visitId }))
}

/** Gives a slot back, when it is this visit's. */
export async function freeSlot(trx: Trx, slotId: string, visitId: string): Promise<boolean> {
  return updateOne(trx.from('slots').where('id', slotId).where('visit_id', visitId).update({ visit_id: null }))
}

/** Passes a slot from one visit to another in one go: it is never free in between. */
export async function handOverSlot(trx: Trx, slotId: string, fromVisitId: string, toVisitId: string): Promise<boolean> {
  return updateOne(trx.from('slots').where('id', slotId).where('visit_id', fromVisitId).update({ visit_id: toVisitId }))
}

async function updateOne(query: PromiseLike<unknown>): Promise<boolean> {
  return Number(await query) === 1
}
