import type { JournalEvent } from '#core/journal_events'
import type { Trx } from '#core/tenants'

export type Actor =
  | { kind: 'user'; id: string }
  | { kind: 'staff'; id: string }
  | { kind: 'system' | 'nobody' }

/** Writes who did what to which thing. Ids only: old and new values live in the module's own tables. */
export async function record(
  trx: Trx,
  entry: { actor: Actor; event: JournalEvent; memberId?: string; subjectId?: string }
) {
  await trx.rawQuery(
    'insert into journal_entries (actor_kind, actor_id, member_id, event, subject_id) values (?, ?, ?, ?, ?)',
    [
      entry.actor.kind,
      'id' in entry.actor ? entry.actor.id : null,
      entry.memberId ?? null,
      entry.event,
      entry.subjectId ?? null,
    ] as string[]
  )
}
