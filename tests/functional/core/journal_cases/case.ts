import { owner } from '#tests/support/factories'

/** Makes a world ready and gives the act, which must leave one row of its event in the journal, no more. */
export type JournalCase = () => Promise<() => Promise<unknown>>

/** Every row of an event: what other tests left is counted before and after alike. */
export async function countOf(event: string): Promise<number> {
  const [{ count }] = await owner().from('journal_entries').where('event', event).count('* as count')
  return Number(count)
}
