import type { DateTime } from 'luxon'

export type PlannedSlot = { id: string; practitionerId: string; startsAt: DateTime; endsAt: DateTime }

/** A cell that covers `rows` lines of its column; without a slot the practitioner is not there. */
export type PlanCell<S extends PlannedSlot> = { slot: S | null; rows: number }
/** A line begins at `at`; on a pause nobody is there until `until`. */
export type PlanLine<S extends PlannedSlot> =
  | { at: DateTime; pause: false; cells: PlanCell<S>[] }
  | { at: DateTime; pause: true; until: DateTime }

/**
 * A day as a table: one line for each moment at which a slot begins or ends, one column for each practitioner, in
 * their order. A cell that an earlier one covers is not there, as HTML wants it.
 */
export function planGrid<S extends PlannedSlot>(slots: readonly S[], practitionerIds: readonly string[]): PlanLine<S>[] {
  const moments = [...new Set(slots.flatMap(({ startsAt, endsAt }) => [+startsAt, +endsAt]))].toSorted((a, b) => a - b)
  const dates = new Map(slots.flatMap(({ startsAt, endsAt }) => [[+startsAt, startsAt], [+endsAt, endsAt]] as const))
  const isAt = (slot: S, moment: number) => +slot.startsAt <= moment && moment < +slot.endsAt
  const isPause = (moment: number) => !slots.some((slot) => isAt(slot, moment))

  return moments.slice(0, -1).map((moment, line) => {
    const at = dates.get(moment)!
    if (isPause(moment)) return { at, pause: true, until: dates.get(moments[line + 1]!)! }
    const cells = practitionerIds.flatMap((practitionerId) => {
      const own = slots.filter((slot) => slot.practitionerId === practitionerId)
      return cellOf(own, moments, line, isAt, isPause)
    })
    return { at, pause: false, cells }
  })
}

function cellOf<S extends PlannedSlot>(
  own: readonly S[],
  moments: readonly number[],
  line: number,
  isAt: (slot: S, moment: number) => boolean,
  isPause: (moment: number) => boolean
): PlanCell<S>[] {
  const slotAt = (moment: number) => own.find((slot) => isAt(slot, moment)) ?? null
  const slot = slotAt(moments[line]!)
  const before = line > 0 && !isPause(moments[line - 1]!) ? slotAt(moments[line - 1]!) : undefined
  if (before !== undefined && before === slot) return []

  let rows = 1
  while (line + rows < moments.length - 1) {
    const next = moments[line + rows]!
    if (isPause(next) || slotAt(next) !== slot) break
    rows++
  }
  return [{ slot, rows }]
}
