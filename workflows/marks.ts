import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'

/** Tables whose rows each have a workflow. */
export type Followed = 'visit_requests' | 'visits' | 'account_links' | 'notifications' | 'security_notices' | 'siren_changes' | 'invitations' | 'imports'

/** The row says that its workflow began: what `reconcile` starts again still counts from the first time. */
export async function markStarted(table: Followed, id: string, now: DateTime) {
  await asStaff((trx) => trx.from(table).where('id', id).whereNull('workflow_started_at').update({ workflow_started_at: now.toISO() }))
}

/** The row says that its workflow has nothing left to do. */
export async function markEnded(table: Followed, id: string, now: DateTime) {
  await asStaff((trx) => trx.from(table).where('id', id).whereNull('workflow_ended_at').update({ workflow_ended_at: now.toISO() }))
}
