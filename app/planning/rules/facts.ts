import type { Day } from '#shared/dates'

/** Days in Paris, both ends included. */
export type Period = { from: Day; to: Day }

/** `1-am` is Monday morning, `7-pm` Sunday afternoon; noon begins the afternoon. */
export type HalfDay = `${1 | 2 | 3 | 4 | 5 | 6 | 7}-${'am' | 'pm'}`

/** A doctor who may see a reinforced follow-up: the care team's, or who replaces them in a period. */
export type Doctor = { practitionerId: string; during: Period | null }

export type DueVisit = {
  id: string
  personId: string
  memberId: string
  siteId: string | null
  /** Kinds of practitioner who may hold it. */
  heldBy: readonly string[]
  /** For SIR, who alone may hold it; null: anybody of the kinds. */
  doctors: readonly Doctor[] | null
  minutes: number
  /** The law's last day. */
  legalDeadline: Day | null
  /** The last day that a doctor asked for. */
  doctorDeadline: Day | null
  /** What the member wished. */
  wish: { from: Day | null; to: Day | null } | null
  /** Known stoppages of the person. */
  stoppages: readonly Period[]
}

/** `startsAt` is an instant in UTC milliseconds. The slots of one practitioner never overlap: the database sees to it. */
export type OpenSlot = { id: string; practitionerId: string; practitionerKind: string; centreId: string; startsAt: number; minutes: number }

export type Preferences = {
  /** Whole days between today and the visit, at least. */
  noticeDays: number
  /** People away at once; null: no limit. */
  mostAway: number | null
  closed: readonly Period[]
  /** Half-days that suit; empty: all. */
  halfDays: readonly HalfDay[]
  /** Centres that suit; empty: all. */
  centreIds: readonly string[]
}

/** Adds to the member's: people of the site away at once, and days it is closed. */
export type SitePreferences = Pick<Preferences, 'mostAway' | 'closed'>

/** A visit that is already convoked; UTC milliseconds, the end excluded. */
export type Absence = { personId: string; memberId: string; siteId: string | null; from: number; to: number }

export type Campaign = {
  today: Day
  /** The last day on which slots are looked at: what gets none counts as if held the day after. */
  until: Day
  visits: readonly DueVisit[]
  slots: readonly OpenSlot[]
  /** By member; every member of a visit is there. */
  members: Readonly<Record<string, Preferences>>
  /** By site, where it has its own. */
  sites: Readonly<Record<string, SitePreferences>>
  absences: readonly Absence[]
}
