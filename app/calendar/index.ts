export { bookSlot, freeSlot, handOverSlot } from '#calendar/actions/book_slot'
export { changeSlot } from '#calendar/actions/change_slot'
export { findSlot, type SlotRow } from '#calendar/queries/find_slot'
export { listFreeSlots, type FreeSlotSearch } from '#calendar/queries/list_free_slots'
