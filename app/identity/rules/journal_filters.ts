import { isDay, type Day } from '#shared/dates'

/** What the address of the journal asks, in its own words. */
export type JournalFilters = {
  /** A user's id, or `ostra` for the team. */
  qui: string | null
  acte: string | null
  du: Day | null
  au: Day | null
}

/** Where a page of the journal begins: after the entry above it, or before the one below. */
export type JournalCursor = { avant: string | null; apres: string | null }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const TEAM = 'ostra'

/** Reads the address; what cannot be read in it is not asked. */
export function readJournalAddress(query: Record<string, unknown>, acts: readonly string[]): JournalFilters & JournalCursor {
  const { qui, acte, avant, apres } = query
  return {
    qui: qui === TEAM ? TEAM : uuid(qui),
    acte: typeof acte === 'string' && acts.includes(acte) ? acte : null,
    du: dayOf(query.du),
    au: dayOf(query.au),
    avant: uuid(avant),
    apres: uuid(apres),
  }
}

const uuid = (value: unknown) => (typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : null)
const dayOf = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : null)
