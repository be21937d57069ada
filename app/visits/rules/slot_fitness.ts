import type { DateTime } from 'luxon'
import { ok, refuse, type Result } from '#shared/result'
import { mayHold, visitKind, type PractitionerKind, type VisitKind } from '#visits/rules/visit_kinds'

export type SlotFacts = { startsAt: DateTime; minutes: number; practitionerKind: PractitionerKind }

export type SlotRefusal =
  | { type: 'slot_past' }
  | { type: 'slot_too_short'; minutes: number }
  | { type: 'wrong_practitioner' }

/** Decides whether a slot will do for a visit of this kind: still to come, long enough, with who may hold it. */
export function fitSlot(kind: VisitKind, slot: SlotFacts, now: DateTime): Result<null, SlotRefusal> {
  const { minutes } = visitKind(kind)
  if (slot.startsAt <= now) return refuse({ type: 'slot_past' })
  if (slot.minutes < minutes) return refuse({ type: 'slot_too_short', minutes })
  return mayHold(slot.practitionerKind, kind) ? ok(null) : refuse({ type: 'wrong_practitioner' })
}
