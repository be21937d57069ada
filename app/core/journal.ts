import type { JournalEvent } from '#core/journal_events'
import type { Trx } from '#core/tenants'

export type Actor =
  | { kind: 'user'; id: string }
  | { kind: 'staff'; id: string }
  | { kind: 'system' | 'nobody' }

/** `place`: the page or list concerned, by the name of its route. */
export type JournalEntry = { actor: Actor; event: JournalEvent; memberId?: string; subjectId?: string; place?: string }

/** Writes who did what to which thing, at the database's own time. Ids only: old and new values live in the module's own tables. */
export async function record(trx: Trx, { actor, event, memberId, subjectId, place }: JournalEntry) {
  await trx.rawQuery(
    'insert into journal_entries (actor_kind, actor_id, member_id, event, subject_id, place) values (?, ?, ?, ?, ?, ?)',
    [actor.kind, 'id' in actor ? actor.id : null, memberId ?? null, event, subjectId ?? null, place?.replace(/[^a-z_.]/g, '_') ?? null] as string[]
  )
}
