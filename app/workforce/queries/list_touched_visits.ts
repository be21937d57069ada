import type { DateTime } from 'luxon'
import { readSettings } from '#core/settings'
import type { Trx } from '#core/tenants'
import { listSubstitutes, type Candidate } from '#visits/queries/list_substitutes'
import { cancellationLimit } from '#visits/rules/cancellation_window'
import type { ConvokedVisit } from '#workforce/queries/list_convoked'
import { requestForMove } from '#workforce/rules/moved_visit'

/** A visit that a change touches, with what may become of it. `limit`: the first instant at which it cannot be given back. */
export type TouchedVisit = ConvokedVisit & { limit: DateTime; givenBack: boolean; moves: boolean; substitutes: Candidate[] }

/** What may still be done of each of these visits. */
export async function listTouchedVisits(trx: Trx, visits: readonly ConvokedVisit[], now: DateTime): Promise<TouchedVisit[]> {
  const { cancellation_mode: mode } = await readSettings(trx)
  const touched: TouchedVisit[] = []
  for (const visit of visits) {
    const limit = cancellationLimit(visit.startsAt, mode)
    const givenBack = now < limit
    const substitutes = await listSubstitutes(trx, { ...visit, state: 'convoked' }, now)
    touched.push({ ...visit, limit, givenBack, moves: givenBack && requestForMove(visit.kind) !== null, substitutes })
  }
  return touched
}
