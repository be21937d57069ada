import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { SECURITY_NOTICES, type SecurityNotice } from '#identity/rules/security_notices'

export type SecurityNoticeFacts = { id: string; kind: SecurityNotice; at: DateTime; owner: 'user' | 'staff'; ownerId: string; emailChangeId: string | null; passkeys: number }

/** What is to be told, and to whom; `emailChangeId`: the change whose former address is told too; `passkeys`: those that go on opening the account. Null when it is nothing that this release knows. */
export async function findSecurityNotice(trx: Trx, id: string): Promise<SecurityNoticeFacts | null> {
  const row = await trx.from('security_notices').where('id', id).first()
  if (!row || !SECURITY_NOTICES.includes(row.kind)) return null
  const owner = row.user_id ? { owner: 'user' as const, ownerId: row.user_id } : { owner: 'staff' as const, ownerId: row.staff_id }
  return { id, kind: row.kind, at: instant(row.at), ...owner, emailChangeId: row.kind === 'email_changed' ? await lastChange(trx, row.user_id) : null, passkeys: await countPasskeys(trx, row.user_id) }
}

// The mailbox that somebody left learns that the change took effect.
async function lastChange(trx: Trx, userId: string): Promise<string | null> {
  const change = await trx.from('email_changes').select('id').where('user_id', userId).whereNotNull('applied_at').orderBy('applied_at', 'desc').first()
  return change?.id ?? null
}

async function countPasskeys(trx: Trx, userId: string | null): Promise<number> {
  if (!userId) return 0
  const [{ count }] = await trx.from('passkeys').where('user_id', userId).count('* as count')
  return Number(count)
}
