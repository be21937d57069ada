import type { DateTime } from 'luxon'
import type { SlotRow } from '#calendar'
import type { Trx } from '#core/tenants'
import { kindOfVisit, visitKind, type VisitKind } from '#visits'
import { findPlannedRequest, type PlannedRequest } from '#back_office/queries/find_planned_request'
import { listProposals } from '#back_office/queries/slot_proposals'
import type { Proposal } from '#back_office/rules/slot_proposals'

export type Convocation = {
  request: PlannedRequest
  /** The visit that would answer the request today; null when nothing is due any more. */
  visitLabel: string | null
  proposals: Proposal<SlotRow>[]
}

/** A request that waits for a slot, with the slots that would do. Null when there is no such request or it has one. */
export async function readConvocation(trx: Trx, requestId: string, now: DateTime): Promise<Convocation | null> {
  const request = await findPlannedRequest(trx, requestId)
  if (!request || (request.state !== 'sent' && request.state !== 'taken')) return null
  const kind: VisitKind | null = await kindOfVisit(trx, request)
  if (kind === null) return { request, visitLabel: null, proposals: [] }
  const facts = { centreId: request.member.centreId, wishFrom: request.wishFrom, legalDeadline: request.legalDeadline }
  return { request, visitLabel: visitKind(kind).label, proposals: await listProposals(trx, kind, facts, now) }
}
