import type { DateTime } from 'luxon'
import { addDays, parisDay, parisInstant, type Day } from '#shared/dates'
import { visitKind, type PractitionerKind, type VisitKind } from '#visits/rules/visit_kinds'
import type { Draw } from '#database/demo/draw'
import { SLOT_MINUTES, openDays, openingsOf, type Opening } from '#database/demo/openings'
import type { Rows } from '#database/demo/rows'

export type Practitioner = { id: string; kind: PractitionerKind }
export type Slot = Opening & { id: string; practitioner: Practitioner; row: { visit_id: string | null } }

// A visit that starts in a few minutes, or in just under 48 hours, would not stay the example that it is.
const NEAREST_HOURS = 5
const FARTHEST_HOURS = 46

/** Who is where, and when: gives slots of the past and of the future, none of them twice. */
export class Diary {
  #open: Slot[] = []
  #taken = new Set<string>()

  constructor(
    private rows: Rows,
    private draw: Draw,
    private centreId: string,
    private practitioners: Practitioner[]
  ) {}

  /** Opens the planning for the days to come. */
  open(today: Day) {
    for (const day of openDays(today)) {
      for (const practitioner of this.practitioners) {
        for (const opening of openingsOf(practitioner.kind, day)) this.#open.push(this.#slot(practitioner, opening))
      }
    }
  }

  /** Slots that are open already. */
  adopt(slots: Slot[]) {
    this.#open.push(...slots)
  }

  /** Any slot of a day of the past that would do for the visit. */
  past(kind: VisitKind, day: Day): Slot {
    const possible = this.#who(kind).flatMap((practitioner) =>
      openingsOf(practitioner.kind, day).map((opening) => ({ practitioner, opening }))
    )
    const free = possible.filter(({ practitioner, opening }) => !this.#taken.has(keyOf(practitioner, opening.startsAt)))
    const { practitioner, opening } = this.draw.pick(free)
    const known = this.#open.find((slot) => keyOf(slot.practitioner, slot.startsAt) === keyOf(practitioner, opening.startsAt))
    return this.#take(known ?? this.#slot(practitioner, opening))
  }

  /** A free slot of the first day that has one, from this day on. */
  from(kind: VisitKind, day: Day): Slot {
    const free = this.#free(kind).filter(({ startsAt }) => parisDay(startsAt) >= day)
    return this.#take(this.draw.pick(free.filter(({ startsAt }) => parisDay(startsAt) === parisDay(free[0]!.startsAt))))
  }

  /** A slot that it is too late to give back, though the visit is still to come. */
  within48Hours(kind: VisitKind, now: DateTime): Slot {
    const [from, to] = [now.plus({ hours: NEAREST_HOURS }), now.plus({ hours: FARTHEST_HOURS })]
    const free = this.#free(kind).filter(({ startsAt }) => startsAt > from && startsAt < to)
    return this.#take(free.at(-1) ?? this.#exceptional(kind, now))
  }

  // Before a long week-end nothing is open within 48 hours: somebody comes for an exceptional session.
  #exceptional(kind: VisitKind, now: DateTime) {
    const day = parisDay(now.plus({ hours: NEAREST_HOURS + 16 }))
    const practitioner = this.#who(kind).at(-1)!
    const startsAt = [day, addDays(day, 1)]
      .flatMap((one) => ['09:00', '10:00', '11:00', '14:00', '15:00'].map((time) => parisInstant(one, time).toUTC()))
      .find((at) => at > now.plus({ hours: NEAREST_HOURS }) && !this.#taken.has(keyOf(practitioner, at)))!
    return this.#slot(practitioner, { startsAt, endsAt: startsAt.plus({ minutes: SLOT_MINUTES[practitioner.kind] }) })
  }

  #free(kind: VisitKind) {
    const who = this.#who(kind)
    return this.#open
      .filter(({ practitioner, startsAt }) => who.includes(practitioner) && !this.#taken.has(keyOf(practitioner, startsAt)))
      .toSorted((one, other) => +one.startsAt - +other.startsAt)
  }

  // A nurse first, so that the doctor's hours stay for what only a doctor may hold.
  #who(kind: VisitKind): Practitioner[] {
    const { heldBy, minutes } = visitKind(kind)
    const able = this.practitioners.filter((one) => heldBy.includes(one.kind) && SLOT_MINUTES[one.kind] >= minutes)
    const nurses = able.filter((one) => one.kind === 'nurse')
    return nurses.length > 0 ? nurses : able
  }

  #slot(practitioner: Practitioner, { startsAt, endsAt }: Opening): Slot {
    const place = { centre_id: this.centreId, practitioner_id: practitioner.id, starts_at: startsAt, ends_at: endsAt }
    const row = this.rows.add('slots', { ...place, visit_id: null as string | null })
    return { id: row.id, practitioner, startsAt, endsAt, row }
  }

  #take(slot: Slot): Slot {
    this.#taken.add(keyOf(slot.practitioner, slot.startsAt))
    return slot
  }
}

const keyOf = (practitioner: Practitioner, startsAt: DateTime) => `${practitioner.id} ${+startsAt}`
