import { asStaff } from '#core/tenants'
import type { MoveRefusal, PlanRefusal } from '#visits'
import { findSlotHolder, type SlotHolder } from '#back_office/queries/slot_proposals'

type SlotError = Exclude<PlanRefusal | MoveRefusal, { type: 'wrong_state' | 'nothing_due' | 'not_convoked' }>

export type RefusedSlot = SlotError & { holder?: SlotHolder | null }

/** Why a slot could not be given; when somebody was quicker, who. */
export async function slotRefusal(error: SlotError, slotId: string): Promise<RefusedSlot> {
  if (error.type !== 'slot_taken') return error
  return { ...error, holder: await asStaff((trx) => findSlotHolder(trx, slotId)) }
}
