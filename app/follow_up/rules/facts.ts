import type { Day } from '#shared/days'
import type { EndReason, Kind, Nature, Origin, Professional, Risk, SituationCode } from '#follow_up/rules/codes'

/** Both ends are inclusive; no end: it still runs. */
export type Period = { from: Day; to: Day | null }

export type Contract = { start: Day; nature: Nature; end: Day | null; endReason: EndReason | null }
export type Post = Period & { risks: readonly Risk[]; night: boolean }

/** `undisclosed`: what adapts the follow-up, where the reader of the facts may not know why (DOMAIN 7). */
export type Situation = Period & { code: SituationCode | 'undisclosed' }

export type Stoppage = {
  origin: Origin
  firstDay: Day
  lastDay: Day
  prescribedOn: Day
  returnOn: Day | null
  returnVisitAsked: boolean
}

/** `nextBy`: the earlier date that the doctor set. `noMeasureNeeded`: found by the doctor of a pre-return visit. */
export type HeldVisit = {
  heldOn: Day
  kind: Kind
  by: Professional
  nextBy: Day | null
  noMeasureNeeded: boolean | null
}

/** All that the law asks about one employee, on one day. */
export type Facts = {
  today: Day
  birthDate: Day
  contract: Contract
  posts: readonly Post[]
  situations: readonly Situation[]
  stoppages: readonly Stoppage[]
  visits: readonly HeldVisit[]
  /** Visits from before the hiring for which the health team waived the first one (R4624-15, R4624-27). */
  waived?: readonly HeldVisit[]
}
