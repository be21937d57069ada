import type { Trx } from '#core/tenants'
import Visit from '#visits/models/visit'
import VisitRequest from '#visits/models/visit_request'

/** Locked before anything else by acts that convoke: the same person asked twice at once gets one visit. */
export async function lockEmployee(trx: Trx, employeeId: string) {
  await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [employeeId])
}

/** The visit as nobody else can change it until the commit; two acts on it come one after the other. */
export function lockVisit(trx: Trx, id: string): Promise<Visit | null> {
  return Visit.query({ client: trx }).where('id', id).forUpdate().first()
}

/** Locked after the visit and before the slot, always: acts that cross would otherwise wait for each other. */
export function lockRequest(trx: Trx, id: string): Promise<VisitRequest | null> {
  return VisitRequest.query({ client: trx }).where('id', id).forUpdate().first()
}
