import type { DateTime } from 'luxon'
import { addDays, parisDay, parisInstant, type Day } from '#shared/dates'
import { visitKind, type PractitionerKind, type VisitKind } from '#visits/rules/visit_kinds'
import type { CentreKey } from '#database/demo/centres'
import type { Draw } from '#database/demo/draw'
import { SLOT_MINUTES, openDays, openingsOf, sessionsOf, type Opening } from '#database/demo/openings'
import type { Rows } from '#database/demo/rows'

export type Practitioner = { id: string; kind: PractitionerKind; base: CentreKey; week: string }
export type Slot = Opening & { id: string; practitioner: Practitioner; row: { visit_id: string | null } }
export type Centre = { id: string; key: CentreKey; practitioners: Practitioner[] }

// A visit that starts in a few minutes, or in just under 48 hours, would not stay the example that it is.
const NEAREST_HOURS = 5
const FARTHEST_HOURS = 46

/** Who is in a centre, and when: gives slots of the past and of the future, none of them twice. */
export class Diary {
  /** In the order of time. */
  #slots: (Slot & { day: Day; free: boolean })[] = []
  #taken = new Set<string>()

  constructor(
    private rows: Rows,
    private draw: Draw,
    private centre: Centre
  ) {}

  /** Opens the planning for the days to come. */
  open(today: Day) {
    for (const day of openDays(today)) {
      for (const practitioner of this.centre.practitioners) {
        for (const opening of sessionsOf(practitioner, this.centre.key, day)) this.#add(this.#slot(practitioner, opening), true)
      }
    }
    this.#slots.sort((one, other) => +one.startsAt - +other.startsAt)
  }

  /** A slot that is open already, after those adopted before. */
  adopt(slot: Slot, free: boolean) {
    this.#add(slot, free)
  }

  /** Any time of a day of the past that would do for the visit. */
  past(kind: VisitKind, day: Day): Slot {
    const possible = this.#who(kind).flatMap((practitioner) =>
      openingsOf(practitioner.kind, day).map((opening) => ({ practitioner, opening }))
    )
    const free = possible.filter(({ practitioner, opening }) => !this.#taken.has(keyOf(practitioner, opening.startsAt)))
    const { practitioner, opening } = this.draw.pick(free)
    this.#taken.add(keyOf(practitioner, opening.startsAt))
    return this.#slot(practitioner, opening)
  }

  /** A free slot of the first day that has one, from this day on. */
  from(kind: VisitKind, day: Day): Slot {
    const free = this.#free(kind, (slot) => slot.day >= day)
    return this.#take(this.draw.pick(free.filter((slot) => slot.day === free[0]!.day)))
  }

  /** A slot that it is too late to give back, though the visit is still to come. */
  within48Hours(kind: VisitKind, now: DateTime): Slot {
    const [from, to] = [now.plus({ hours: NEAREST_HOURS }), now.plus({ hours: FARTHEST_HOURS })]
    const slot = this.#free(kind, ({ startsAt }) => startsAt > from && startsAt < to).at(-1)
    return slot ? this.#take(slot) : this.#exceptional(kind, now)
  }

  // Before a long week-end nothing is open within 48 hours: somebody comes for an exceptional session.
  #exceptional(kind: VisitKind, now: DateTime): Slot {
    const earliest = now.plus({ hours: NEAREST_HOURS })
    const day = parisDay(earliest.plus({ hours: 16 }))
    const practitioner = this.#who(kind)[0]!
    const startsAt = [day, addDays(day, 1)]
      .flatMap((one) => ['09:00', '10:00', '11:00', '14:00', '15:00', '18:00', '19:00'].map((time) => parisInstant(one, time).toUTC()))
      .find((at) => at > earliest && !this.#isBusy(practitioner, at))!
    const slot = this.#slot(practitioner, { startsAt, endsAt: startsAt.plus({ minutes: SLOT_MINUTES[practitioner.kind] }) })
    this.#add(slot, false)
    return slot
  }

  #isBusy(practitioner: Practitioner, at: DateTime) {
    const end = at.plus({ minutes: SLOT_MINUTES[practitioner.kind] })
    return this.#slots.some((slot) => slot.practitioner.id === practitioner.id && slot.startsAt < end && slot.endsAt > at)
  }

  #free(kind: VisitKind, suits: (slot: { day: Day; startsAt: DateTime }) => boolean) {
    const who = this.#who(kind, this.centre.practitioners)
    return this.#slots.filter((slot) => slot.free && who.includes(slot.practitioner) && suits(slot))
  }

  // A nurse first, so that the doctor's hours stay for what only a doctor may hold.
  #who(kind: VisitKind, among = this.centre.practitioners.filter(({ base }) => base === this.centre.key)): Practitioner[] {
    const { heldBy, minutes } = visitKind(kind)
    const able = among.filter((one) => heldBy.includes(one.kind) && SLOT_MINUTES[one.kind] >= minutes)
    const nurses = able.filter((one) => one.kind === 'nurse')
    return nurses.length > 0 ? nurses : able
  }

  #slot(practitioner: Practitioner, { startsAt, endsAt }: Opening): Slot {
    const place = { centre_id: this.centre.id, practitioner_id: practitioner.id, starts_at: startsAt, ends_at: endsAt }
    const row = this.rows.add('slots', { ...place, visit_id: null as string | null })
    return { id: row.id, practitioner, startsAt, endsAt, row }
  }

  #add(slot: Slot, free: boolean) {
    this.#slots.push(Object.assign(slot, { day: parisDay(slot.startsAt), free }))
  }

  #take<S extends { free: boolean }>(slot: S): S {
    slot.free = false
    return slot
  }
}

const keyOf = (practitioner: Practitioner, startsAt: DateTime) => `${practitioner.id} ${+startsAt}`
