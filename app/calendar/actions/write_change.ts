import { record } from '#core/journal'
import type { Trx } from '#core/tenants'
import { beginsOn, endedOn, type CalendarChange } from '#calendar/rules/calendar_change'
import type { Opening } from '#calendar/rules/opening'
import { readCalendar } from '#calendar/queries/read_calendar'
import { addDays, type Day } from '#shared/days'

type Author = { practitionerId: string; staffId: string }

/** Writes the change itself: slots and visits are the caller's. */
export async function writeChange(trx: Trx, { practitionerId, staffId }: Author, change: CalendarChange) {
  const actor = { kind: 'staff', id: staffId } as const
  if (change.type === 'absence') {
    await trx.table('absences').insert({ practitioner_id: practitionerId, from_day: change.from, until_day: change.until })
    return record(trx, { actor, event: 'absence.noted', subjectId: practitionerId })
  }
  await writeOpening(trx, practitionerId, change)
  return record(trx, { actor, event: change.type === 'open' ? 'opening.created' : 'opening.changed', subjectId: practitionerId })
}

/** Ends an absence that is not to be; what it withdrew comes back with the next cut of slots. */
export async function withdrawAbsence(trx: Trx, { practitionerId, staffId }: Author, absenceId: string): Promise<boolean> {
  const deleted = Number(await trx.from('absences').where({ id: absenceId, practitioner_id: practitionerId }).delete())
  if (deleted === 0) return false
  await record(trx, { actor: { kind: 'staff', id: staffId }, event: 'absence.withdrawn', subjectId: practitionerId })
  return true
}

async function writeOpening(trx: Trx, practitionerId: string, change: Exclude<CalendarChange, { type: 'absence' }>) {
  if (change.type === 'open') return insertOpening(trx, practitionerId, change.opening)
  if (change.type === 'close') {
    await trx.table('opening_exceptions').insert({ opening_id: change.openingId, day: change.day })
    return
  }
  const { openings, exceptions } = await readCalendar(trx, practitionerId)
  const former = openings.find(({ id }) => id === change.openingId)!
  if (change.type === 'stop') return end(trx, former, change.lastDay)
  const next = await insertOpening(trx, practitionerId, { ...change.opening, validFrom: beginsOn(former, change), validUntil: former.validUntil })
  const carried = exceptions.filter(({ openingId, day }) => openingId === former.id && day >= change.from)
  for (const closed of carried) {
    await trx.table('opening_exceptions').insert({ opening_id: next, day: closed.day })
  }
  await end(trx, former, addDays(change.from, -1))
}

async function end(trx: Trx, opening: Opening, lastDay: Day) {
  const [left] = endedOn(opening, lastDay)
  if (left) await trx.from('openings').where('id', opening.id).update({ valid_until: left.validUntil })
  else {
    await trx.from('opening_exceptions').where('opening_id', opening.id).delete()
    await trx.from('openings').where('id', opening.id).delete()
  }
}

async function insertOpening(trx: Trx, practitionerId: string, opening: Omit<Opening, 'id'>): Promise<string> {
  const [row] = await trx.table('openings').returning('id').insert({
    practitioner_id: practitionerId,
    centre_id: opening.centreId,
    weekday: opening.weekday,
    on_day: opening.onDay,
    begins: opening.begins,
    ends: opening.ends,
    slot_minutes: opening.slotMinutes,
    every_weeks: opening.everyWeeks,
    valid_from: opening.validFrom,
    valid_until: opening.validUntil,
  })
  return row.id ?? row
}
