import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { parisDay } from '#shared/dates'
import type { Practitioner } from '#database/demo/diary'
import { openDays, openingsOf } from '#database/demo/openings'

type Planning = { centreId: string; practitioners: Practitioner[] }

/** The centre of a member, with those who hold visits there. */
export async function planningOf(trx: Trx, memberId: string): Promise<Planning> {
  const { centre_id: centreId } = await trx.from('members').select('centre_id').where('id', memberId).firstOrFail()
  const practitioners: Practitioner[] = await trx
    .from('practitioners')
    .select('id', 'kind')
    .where('active', true)
    .whereExists((slots) => slots.from('slots').whereColumn('practitioner_id', 'practitioners.id').where('centre_id', centreId))
  return { centreId, practitioners }
}

/** Time went by since the seed: opens the days that have come into sight. */
export async function openNewDays(trx: Trx, memberId: string, now: DateTime) {
  const { centreId, practitioners } = await planningOf(trx, memberId)
  const known = await trx.rawQuery(
    `select distinct practitioner_id || ' ' || (starts_at at time zone 'Europe/Paris')::date as day from slots where starts_at > ?`,
    [now.minus({ days: 1 }).toISO()!]
  )
  const isOpen = new Set(known.rows.map(({ day }: { day: string }) => day))
  const slots = openDays(parisDay(now)).flatMap((day) =>
    practitioners
      .filter(({ id }) => !isOpen.has(`${id} ${day}`))
      .flatMap(({ id, kind }) => openingsOf(kind, day).map((opening) => ({ centre_id: centreId, practitioner_id: id, ...opening })))
  )
  const rows = slots.map(({ startsAt, endsAt, ...place }) => ({ ...place, starts_at: startsAt.toISO(), ends_at: endsAt.toISO() }))
  if (rows.length > 0) await trx.insertQuery().table('slots').multiInsert(rows)
}
