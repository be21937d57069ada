import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import { readHouse } from '#database/demo/house'
import { openDays, sessionsOf } from '#database/demo/openings'

const AT_ONCE = 500

/** Time went by since the seed: opens the days that have come into sight. */
export async function openNewDays(trx: Trx, now: DateTime) {
  const { centreIds, practitioners } = await readHouse(trx)
  const known = await trx.rawQuery(
    `select distinct practitioner_id || ' ' || (starts_at at time zone 'Europe/Paris')::date as day from slots where starts_at > ?`,
    [now.minus({ days: 1 }).toISO()!]
  )
  const isOpen = new Set(known.rows.map(({ day }: { day: string }) => day))
  const rows = openDays(parisDay(now)).flatMap((day) =>
    practitioners
      .filter(({ id }) => !isOpen.has(`${id} ${day}`))
      .flatMap((one) => [...centreIds].flatMap(([key, centreId]) => sessionsOf(one, key, day).map(({ startsAt, endsAt }) => {
        return { centre_id: centreId, practitioner_id: one.id, starts_at: startsAt.toISO(), ends_at: endsAt.toISO() }
      })))
  )
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    await trx.insertQuery().table('slots').multiInsert(rows.slice(first, first + AT_ONCE))
  }
}
