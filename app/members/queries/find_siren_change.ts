import { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import type { Day } from '#shared/dates'
import type { ProofType } from '#members/rules/proof_file'
import type { SirenChangeReason, SirenChangeState } from '#members/rules/siren_change'

export type SirenChange = {
  id: string
  memberId: string
  formerSiret: string
  formerName: string
  newSiret: string
  newName: string
  reason: SirenChangeReason
  effectiveOn: Day
  note: string | null
  state: SirenChangeState
  requestedAt: DateTime
  requestedBy: string
  takenAt: DateTime | null
  decidedAt: DateTime | null
  refusalReason: string | null
  appliedAt: DateTime | null
  reminders: number
  proof: { key: string; type: ProofType; bytes: number }
}

export const SIREN_CHANGE_COLUMNS = {
  id: 'siren_changes.id',
  memberId: 'siren_changes.member_id',
  formerSiret: 'former_siret',
  formerName: 'former_name',
  newSiret: 'new_siret',
  newName: 'new_name',
  reason: 'reason',
  effectiveOn: 'effective_on',
  note: 'note',
  state: 'state',
  requestedAt: 'requested_at',
  requestedBy: 'requested_by',
  takenAt: 'taken_at',
  decidedAt: 'decided_at',
  refusalReason: 'refusal_reason',
  appliedAt: 'applied_at',
  reminders: 'reminders',
  proofKey: 'proof_key',
  proofType: 'proof_type',
  proofBytes: 'proof_bytes',
}

/** A change of SIREN as its pages and its workflow need it; of this member only, when one is given. */
export async function findSirenChange(trx: Trx, id: string, memberId?: string): Promise<SirenChange | null> {
  const query = trx.from('siren_changes').select(SIREN_CHANGE_COLUMNS).where('id', id)
  if (memberId) query.where('member_id', memberId)
  const row = await query.first()
  return row ? toSirenChange(row) : null
}

const INSTANTS = ['requestedAt', 'takenAt', 'decidedAt', 'appliedAt']

export function toSirenChange({ proofKey, proofType, proofBytes, ...row }: Record<string, any>): SirenChange {
  const instants = INSTANTS.map((name) => [name, row[name] && DateTime.fromJSDate(row[name], { zone: 'utc' })])
  return { ...row, ...Object.fromEntries(instants), proof: { key: proofKey, type: proofType, bytes: proofBytes } } as SirenChange
}
