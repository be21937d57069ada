import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import type { JournalEvent } from '#core/journal_events'
import type { Trx } from '#core/tenants'
import type { Fields } from '#members/rules/changes'

export type Change = {
  memberId: string
  userId: string
  subject: 'company' | 'contact' | 'site'
  subjectId: string
  before: Fields | null
  after: Fields | null
}

/** Keeps what a member changed of its own data, before and after, and says in the journal that it did. */
export async function keepChange(trx: Trx, change: Change, event: JournalEvent, now: DateTime) {
  const { memberId, userId, subject, subjectId, before, after } = change
  await trx.table('company_changes').insert({
    member_id: memberId,
    subject,
    subject_id: subjectId,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    changed_by: userId,
    at: now.toISO(),
  })
  await record(trx, { actor: { kind: 'user', id: userId }, event, memberId, subjectId })
}
