import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { applySirenChange } from '#members/actions/apply_siren_change'
import { ok, refuse, type Result } from '#shared/result'

type Input = { changeId: string; staffId: string }
type Refusal = { type: 'not_found' } | { type: 'decided' }

/** A member of the staff says that they look at it. */
export async function takeSirenChange(trx: Trx, { changeId, staffId }: Input, now: DateTime): Promise<Result<null, Refusal>> {
  const change = await lockOpen(trx, changeId)
  if (!change.ok) return change
  await trx.from('siren_changes').where('id', changeId).update({ state: 'in_review', taken_by: staffId, taken_at: now.toISO() })
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'siren_change.taken', memberId: change.value.member_id, subjectId: change.value.member_id })
  return ok(null)
}

/** Accepts: the numbers change at once, or on the day of effect when it is to come. */
export async function acceptSirenChange(trx: Trx, { changeId, staffId }: Input, now: DateTime): Promise<Result<null, Refusal>> {
  const change = await lockOpen(trx, changeId)
  if (!change.ok) return change
  await trx.from('siren_changes').where('id', changeId).update({ state: 'accepted', decided_by: staffId, decided_at: now.toISO() })
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'siren_change.accepted', memberId: change.value.member_id, subjectId: change.value.member_id })
  await applySirenChange(trx, { changeId }, now)
  await tell(trx, 'siren_change', changeId, 'changed')
  return ok(null)
}

export async function refuseSirenChange(trx: Trx, { changeId, staffId, reason }: Input & { reason: string }, now: DateTime): Promise<Result<null, Refusal>> {
  const change = await lockOpen(trx, changeId)
  if (!change.ok) return change
  const decision = { state: 'refused', decided_by: staffId, decided_at: now.toISO(), refusal_reason: reason }
  await trx.from('siren_changes').where('id', changeId).update(decision)
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'siren_change.refused', memberId: change.value.member_id, subjectId: change.value.member_id })
  await tell(trx, 'siren_change', changeId, 'changed')
  return ok(null)
}

async function lockOpen(trx: Trx, id: string): Promise<Result<{ member_id: string }, Refusal>> {
  const change = await trx.from('siren_changes').select('member_id', 'state').where('id', id).forUpdate().first()
  if (!change) return refuse({ type: 'not_found' })
  return ['received', 'in_review'].includes(change.state) ? ok(change) : refuse({ type: 'decided' })
}
