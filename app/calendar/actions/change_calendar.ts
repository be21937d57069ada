import type { DateTime } from 'luxon'
import { orNotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { withdrawSlots } from '#calendar/actions/withdraw_slots'
import { writeChange } from '#calendar/actions/write_change'
import { readCalendar } from '#calendar/queries/read_calendar'
import { lockSlotsToCome } from '#calendar/queries/slots_to_come'
import type { Calendar } from '#calendar/rules/opening'
import { slotsOn, type CutSlot } from '#calendar/rules/sessions'
import { parisDay } from '#shared/days'
import { changed, isTouched, type CalendarChange } from '#calendar/rules/calendar_change'

type Author = { practitionerId: string; staffId: string }

/**
 * Writes a change of a practitioner's calendar, withdraws the slots that it takes away, and answers the visits that have one of
 * them: these keep it, and nobody is moved here. The slots that the change adds are cut after it (`cutSlots`).
 */
export async function changeCalendar(trx: Trx, author: Author, change: CalendarChange, now: DateTime): Promise<string[]> {
  const slots = await lockSlotsToCome(trx, author.practitionerId, now)
  const before = await readCalendar(trx, author.practitionerId)
  // Somebody else may have just ended it.
  if ('openingId' in change) orNotFound(before.openings.find(({ id }) => id === change.openingId))
  const after = changed(before, change)
  const gone = slots.filter((slot) => isTouched(before, after, slot) || (!slot.visitId && isCutOtherwise(slot, before, after)))
  await writeChange(trx, author, change)
  await withdrawSlots(trx, gone.map(({ id }) => id))
  return gone.flatMap(({ visitId }) => visitId ?? [])
}

// A free slot of an opening whose slots change length makes room for the new ones.
function isCutOtherwise(slot: CutSlot, before: Calendar, after: Calendar) {
  return wasCut(before, slot) && !wasCut(after, slot)
}

function wasCut(calendar: Calendar, { centreId, startsAt, endsAt }: CutSlot) {
  return slotsOn(calendar, parisDay(startsAt)).some((one) => one.centreId === centreId && +one.startsAt === +startsAt && +one.endsAt === +endsAt)
}
