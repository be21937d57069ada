import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import type { KeptFile } from '#core/files'
import { admitSirenChange, type SirenChangeReason, type SirenRefusal } from '#members/rules/siren_change'
import type { ProofType } from '#members/rules/proof_file'
import { parisDay, type Day } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'

export type SirenChangeInput = {
  memberId: string
  userId: string
  siret: string
  companyName: string
  reason: SirenChangeReason
  effectiveOn: Day
  note: string | null
}

export type Proof = KeptFile & { type: ProofType }

/** Asks for another SIREN or SIRET, on proof: nothing changes before OSTRA accepts. One at a time. */
export async function askSirenChange(trx: Trx, input: SirenChangeInput, proof: Proof, now: DateTime): Promise<Result<string, SirenRefusal | { type: 'one_is_open' }>> {
  const { memberId, userId } = input
  const member = await trx.from('members').select('siret', 'company_name').where('id', memberId).forUpdate().firstOrFail()
  const admitted = admitSirenChange(input, member, parisDay(now))
  if (!admitted.ok) return admitted
  if (await hasOpenChange(trx, memberId)) return refuse({ type: 'one_is_open' })
  const [{ id }] = await trx
    .table('siren_changes')
    .insert({
      member_id: memberId,
      former_siret: member.siret,
      former_name: member.company_name,
      new_siret: admitted.value.siret,
      new_name: input.companyName,
      reason: input.reason,
      effective_on: input.effectiveOn,
      note: input.note,
      proof_key: proof.key,
      proof_type: proof.type,
      proof_bytes: proof.bytes,
      proof_sha256: proof.sha256,
      requested_by: userId,
      requested_at: now.toISO(),
    })
    .returning('id')
  await record(trx, { actor: { kind: 'user', id: userId }, event: 'siren_change.sent', memberId, subjectId: memberId })
  await tell(trx, 'siren_change', id)
  return ok(id)
}

/** Whether a request waits for OSTRA, or was accepted for a day to come. */
export async function hasOpenChange(trx: Trx, memberId: string): Promise<boolean> {
  const open = await trx
    .from('siren_changes')
    .where('member_id', memberId)
    .whereRaw("(state in ('received', 'in_review') or (state = 'accepted' and applied_at is null))")
    .first()
  return Boolean(open)
}
