import type { DateTime } from 'luxon'
import { hashToken, mintToken } from '#core/tokens'
import type { Trx } from '#core/tenants'

/**
 * A link by which the person convoked answers to one date of a visit; only its hash is stored. Each mail has its own,
 * since nobody can read a former one again; they all give the one answer of that date.
 */
export async function mintAnswerLink(
  trx: Trx,
  { visitId, sequence }: { visitId: string; sequence: number },
  now: DateTime
): Promise<string> {
  const token = mintToken()
  const row = { visit_id: visitId, sequence, token_hash: hashToken(token), minted_at: now.toISO() }
  await trx.table('answer_links').insert(row)
  return token
}
