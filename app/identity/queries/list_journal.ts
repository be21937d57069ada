import { addDays, parisInstant } from '#shared/dates'
import { instant, maybeInstant } from '#core/instant'
import { JOURNAL_EVENTS, wordsOfEvent, type Act, type JournalWords } from '#core/journal_events'
import type { Trx } from '#core/tenants'
import { TEAM, type JournalCursor, type JournalFilters } from '#identity/rules/journal_filters'
import { sayActor, saySubject, type JournalFacts, type Subject } from '#identity/rules/journal_words'
import type { Rights } from '#identity/rules/rights'
import type { DateTime } from 'luxon'

export const PAGE_SIZE = 25

export type JournalRow = { id: string; at: DateTime; actor: string; act: string; subject: Subject | null }
export type JournalPage = { rows: JournalRow[]; newer: string | null; older: string | null }

type Asked = { memberId: string; rights: Rights } & JournalFilters & JournalCursor

const shown = Object.entries(JOURNAL_EVENTS as Record<string, JournalWords>).filter(([, { member }]) => member !== null)

/** The kinds of act that a member's administrators may filter by. */
export const SHOWN_ACTS: readonly Act[] = [...new Set(shown.map(([, { act }]) => act))]

/** A page of what was done in a member's account, the last first. It goes from entry to entry, so that what is written meanwhile moves nothing. */
export async function listJournal(trx: Trx, { memberId, rights, ...asked }: Asked, size = PAGE_SIZE): Promise<JournalPage> {
  const backwards = asked.apres !== null
  const cursor = asked.apres ?? asked.avant
  const { rows } = await trx.rawQuery(SQL(backwards), {
    memberId,
    events: shown.filter(([, { act }]) => !asked.acte || act === asked.acte).map(([event]) => event),
    userId: asked.qui && asked.qui !== TEAM ? asked.qui : null,
    team: asked.qui === TEAM,
    from: asked.du && parisInstant(asked.du, '00:00').toISO(),
    until: asked.au && parisInstant(addDays(asked.au, 1), '00:00').toISO(),
    cursor,
    size: size + 1,
  } as never)
  const page = rows.slice(0, size).map((row: Record<string, any>) => journalRow(row, rights))
  const [isMore, isPast] = [rows.length > size, cursor !== null]
  const ordered: JournalRow[] = backwards ? page.toReversed() : page
  return {
    rows: ordered,
    newer: (backwards ? isMore : isPast) ? (ordered[0]?.id ?? null) : null,
    older: (backwards ? isPast : isMore) ? (ordered.at(-1)?.id ?? null) : null,
  }
}

const SQL = (backwards: boolean) => `
  select entry.*, actor.full_name as actor_name, visits.id as visit_id, visits.starts_at, visit_requests.id as request_id,
    employees.id as employee_id, employees.first_name || ' ' || employees.family_name as employee_name,
    coalesce(person.full_name, sites.name, contacts.name) as other_name
  from (
    select id, at, actor_kind, actor_id, event, subject_id, place from journal_entries
    where member_id = :memberId and event = any (:events)
      and (:userId::uuid is null or actor_id = :userId) and (not :team or actor_kind = 'staff')
      and (:from::timestamptz is null or at >= :from) and (:until::timestamptz is null or at < :until)
      and (:cursor::uuid is null or (at, id) ${backwards ? '>' : '<'} (select at, id from journal_entries where id = :cursor and member_id = :memberId))
    order by at ${backwards ? 'asc, id asc' : 'desc, id desc'} limit :size
  ) as entry
  left join journal_people() as actor on actor.user_id = entry.actor_id
  left join visits on visits.id = entry.subject_id
  left join visit_requests on visit_requests.id = entry.subject_id
  left join employees on employees.id = coalesce(visits.employee_id, visit_requests.employee_id, entry.subject_id)
  left join accesses on accesses.id = entry.subject_id
  left join journal_people() as person on person.user_id = coalesce(accesses.user_id, entry.subject_id)
  left join sites on sites.id = entry.subject_id
  left join contacts on contacts.id = entry.subject_id
  order by entry.at ${backwards ? 'asc, entry.id asc' : 'desc, entry.id desc'}`

function journalRow(row: Record<string, any>, rights: Rights): JournalRow {
  const { about, member } = wordsOfEvent(row.event)
  const facts: JournalFacts = {
    about,
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    place: row.place,
    visitId: row.visit_id,
    visitStartsAt: maybeInstant(row.starts_at),
    requestId: row.request_id,
    employeeId: row.employee_id,
    employeeName: row.employee_name,
    otherName: row.other_name,
  }
  return { id: row.id, at: instant(row.at), actor: sayActor(facts), act: member!, subject: saySubject(facts, rights) }
}
