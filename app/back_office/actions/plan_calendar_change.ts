import type { DateTime } from 'luxon'
import { changeCalendar, cutSlots, type CalendarChange } from '#calendar'
import { asStaff, type Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { listTouchedVisits, seenOf, type TouchedVisit } from '#back_office/queries/touched_visits'

export type Author = { practitionerId: string; staffId: string }
/** The slot that a touched visit goes to; null: cancelled, and its request back to the queue. */
export type Decisions = Map<string, string | null>

class OnlyLooking extends Error {}

/** Who a change would touch, and where each could go once it is made: tried, read and undone. */
export async function previewChange(author: Author, change: CalendarChange, now: DateTime): Promise<TouchedVisit[]> {
  let touched: TouchedVisit[] = []
  const look = asStaff(async (trx) => {
    touched = await tryChange(trx, author, change, now)
    throw new OnlyLooking()
  })
  await look.catch((error) => {
    if (!(error instanceof OnlyLooking)) throw error
  })
  return touched
}

type Said = { what: string; seen: string; decisions: Decisions }

/**
 * Makes the change that a planner said yes to, and writes down what each touched visit becomes (`settleChange` does it). Refused
 * when the visits are no longer those that the planner saw: nothing is written then.
 */
export async function makeChange(author: Author, change: CalendarChange, { what, seen, decisions }: Said, now: DateTime): Promise<Result<{ changeId: string }, { type: 'stale' }>> {
  let changeId: string | undefined
  const made = asStaff(async (trx) => {
    const touched = await tryChange(trx, author, change, now)
    if (seenOf(touched) !== seen || touched.some(({ visit }) => !decisions.has(visit.id))) throw new OnlyLooking()
    const row = { practitioner_id: author.practitionerId, made_by: author.staffId, made_at: now.toISO(), what }
    const [inserted] = await trx.table('calendar_changes').returning('id').insert(row)
    changeId = inserted.id ?? inserted
    for (const { visit } of touched) {
      await trx.table('calendar_change_visits').insert({ change_id: changeId, visit_id: visit.id, starts_at: visit.startsAt.toISO(), new_slot_id: decisions.get(visit.id) })
    }
  })
  const stale = await made.then(
    () => false,
    (error) => {
      if (error instanceof OnlyLooking) return true
      throw error
    }
  )
  if (stale) return refuse({ type: 'stale' })
  await asStaff((trx) => cutSlots(trx, author.practitionerId, now))
  return ok({ changeId: changeId! })
}

async function tryChange(trx: Trx, author: Author, change: CalendarChange, now: DateTime) {
  return listTouchedVisits(trx, await changeCalendar(trx, author, change, now), now)
}
