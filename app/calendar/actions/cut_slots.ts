import type { DateTime } from 'luxon'
import { readSettings } from '#core/settings'
import { asStaff, type Trx } from '#core/tenants'
import { readCalendar } from '#calendar/queries/read_calendar'
import { slotsFrom } from '#calendar/rules/sessions'
import { parisDay } from '#shared/days'

/** Cuts a practitioner's openings in slots, as far as they are open. What is there stays; asked again, it adds nothing. */
export async function cutSlots(trx: Trx, practitionerId: string, now: DateTime): Promise<number> {
  const practitioner = await trx.from('practitioners').where({ id: practitionerId, active: true }).forUpdate().first()
  if (!practitioner) return 0
  const { open_days: days } = await readSettings(trx)
  const wanted = slotsFrom(await readCalendar(trx, practitionerId), parisDay(now), days + 1).filter(({ startsAt }) => startsAt > now)
  const { rows } = await trx.rawQuery(
    `insert into slots (practitioner_id, centre_id, starts_at, ends_at)
     select :practitionerId, centre_id, starts_at, ends_at
     from unnest(:centres::uuid[], :starts::timestamptz[], :ends::timestamptz[]) as wanted (centre_id, starts_at, ends_at)
     where not exists (
       select from slots where practitioner_id = :practitionerId and (not withdrawn or visit_id is not null)
         and tstzrange(slots.starts_at, slots.ends_at) && tstzrange(wanted.starts_at, wanted.ends_at))
     on conflict do nothing
     returning id`,
    {
      practitionerId,
      centres: wanted.map(({ centreId }) => centreId),
      starts: wanted.map(({ startsAt }) => startsAt.toISO()),
      ends: wanted.map(({ endsAt }) => endsAt.toISO()),
    } as never
  )
  return rows.length
}

/** The same for everybody, one after the other: what the night does. */
export async function cutAllSlots(now: DateTime): Promise<number> {
  const everybody = await asStaff((trx) => trx.from('practitioners').select('id').where('active', true).whereIn('id', trx.from('openings').select('practitioner_id')).orderBy('id'))
  let total = 0
  for (const { id } of everybody) total += await asStaff((trx) => cutSlots(trx, id, now))
  return total
}
