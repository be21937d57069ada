import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import type { Trx } from '#core/tenants'
import { SECURITY_NOTICES, type SecurityNotice } from '#identity/rules/security_notices'

export type SecurityNoticeFacts = { id: string; kind: SecurityNotice; at: DateTime; owner: 'user' | 'staff'; ownerId: string }

/** What is to be told, and to whom; null when it is nothing that this release knows. */
export async function findSecurityNotice(trx: Trx, id: string): Promise<SecurityNoticeFacts | null> {
  const row = await trx.from('security_notices').where('id', id).first()
  if (!row || !SECURITY_NOTICES.includes(row.kind)) return null
  const owner = row.user_id ? { owner: 'user' as const, ownerId: row.user_id } : { owner: 'staff' as const, ownerId: row.staff_id }
  return { id, kind: row.kind, at: instant(row.at), ...owner }
}
