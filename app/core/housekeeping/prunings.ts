import type { Settings } from '#core/settings'

type KeepName = { [Name in keyof Settings]: Name extends `keep_${string}` ? Name : never }[keyof Settings]

/** Rows that go by themselves: those for which `over` is true at `:edge`, which is now less what the setting keeps. */
export type Pruning = { table: string; over: string; keep: KeepName | null }

/** In this order, since some refer to others. Each is over strictly before the edge: at the edge itself it is still there. */
export const PRUNINGS: readonly Pruning[] = [
  { table: 'outbox_messages', over: 'delivered_at < :edge', keep: 'keep_outbox' },
  { table: 'deliveries', over: 'created_at < :edge', keep: 'keep_deliveries' },
  { table: 'notifications', over: 'at < :edge and workflow_ended_at is not null', keep: 'keep_notifications' },
  { table: 'security_notices', over: 'at < :edge and workflow_ended_at is not null', keep: 'keep_traces' },
  { table: 'email_changes', over: 'expires_at < :edge', keep: 'keep_traces' },
  { table: 'invitations', over: 'accepted_at is null and workflow_ended_at < :edge', keep: 'keep_traces' },
  {
    table: 'account_links',
    over: `workflow_ended_at < :edge and not exists (select from email_changes where account_links.id in (old_link_id, new_link_id))`,
    keep: 'keep_links',
  },
  // Of people who signed in and of visitors alike.
  { table: 'sessions', over: 'expires_at < :edge', keep: null },
  { table: 'staff_sessions', over: 'expires_at < :edge', keep: null },
  { table: 'devices', over: 'expires_at < :edge', keep: null },
]
