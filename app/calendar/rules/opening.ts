import type { Day } from '#shared/days'

/** A time of the week (or of one day) at which a practitioner holds visits in a centre; times are those of Paris, `HH:mm`. */
export type Opening = {
  id: string
  centreId: string
  /** 1 is Monday; null for a single day. */
  weekday: number | null
  onDay: Day | null
  begins: string
  ends: string
  slotMinutes: number
  /** 1 is every week; counted from the week of `validFrom`. */
  everyWeeks: number
  validFrom: Day
  validUntil: Day | null
}

/** A practitioner's openings, the days on which one of them is closed, and the practitioner's absences, last day included. */
export type Calendar = {
  openings: Opening[]
  exceptions: { openingId: string; day: Day }[]
  absences: { id: string; from: Day; until: Day }[]
}
