import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { cancelVisit, moveVisit } from '#visits'

const REASON = 'Le professionnel ne sera pas présent à cette date'

/** Does what was decided of each visit of a change, each in a transaction of its own. Asked again, it takes up what is left. */
export async function settleChange(changeId: string, staffId: string, now: DateTime) {
  const pending = await asStaff((trx) => trx.from('calendar_change_visits').where({ change_id: changeId, outcome: 'pending' }).orderBy('starts_at').orderBy('visit_id'))
  for (const { visit_id: visitId, new_slot_id: slotId } of pending) await settleOne({ changeId, visitId, slotId, staffId }, now)
}

type One = { changeId: string; visitId: string; slotId: string | null; staffId: string }

async function settleOne({ changeId, visitId, slotId, staffId }: One, now: DateTime) {
  await asStaff(async (trx) => {
    const own = { change_id: changeId, visit_id: visitId, outcome: 'pending' }
    // Two planners who settle one change at once come one after the other.
    if (!(await trx.from('calendar_change_visits').where(own).forUpdate().first())) return
    const done = slotId
      ? await moveVisit(trx, { visitId, slotId, staffId }, now)
      : await cancelVisit(trx, { visitId, by: { staff: staffId }, reason: REASON }, now)
    const outcome = done.ok ? (slotId ? 'moved' : 'replanned') : 'kept'
    await trx.from('calendar_change_visits').where(own).update({ outcome })
  })
}
