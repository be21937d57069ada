import type { Day } from '#shared/days'
import { END_REASONS, KINDS, NATURES, ORIGINS, PROFESSIONALS, RISKS, SITUATIONS } from '#follow_up/rules/codes'
import type { EndReason, Kind, Nature, Origin, Professional, Risk, SituationCode } from '#follow_up/rules/codes'
import { aBoolean, aCode, aDay, aList, anObject, needed, optional } from '#follow_up/rules/reading/values'

type PostShape = { from: Day; to: Day | null; risks: Risk[]; night: boolean }
type SituationShape = { code: SituationCode; from: Day; to: Day | null }
type VisitShape = { held_on: Day; kind: Kind; by: Professional; next_by: Day | null; no_measure_needed: boolean | null }
type StoppageShape = {
  origin: Origin
  first_day: Day
  last_day: Day
  prescribed_on: Day | null
  return_on: Day | null
  return_visit_asked: boolean
}

const contract = anObject<{ start: Day; nature: Nature; end: Day | null; end_reason: EndReason | null }>({
  start: needed(aDay),
  nature: needed(aCode(NATURES)),
  end: optional(aDay, null),
  end_reason: optional(aCode(END_REASONS), null),
})

const post = anObject<PostShape>({
  from: needed(aDay),
  to: optional(aDay, null),
  risks: optional(aList(aCode(RISKS)), []),
  night: optional(aBoolean, false),
})

const situation = anObject<SituationShape>({ code: needed(aCode(SITUATIONS)), from: needed(aDay), to: optional(aDay, null) })

const stoppage = anObject<StoppageShape>({
  origin: needed(aCode(ORIGINS)),
  first_day: needed(aDay),
  last_day: needed(aDay),
  prescribed_on: optional(aDay, null),
  return_on: optional(aDay, null),
  return_visit_asked: optional(aBoolean, false),
})

const visit = anObject<VisitShape>({
  held_on: needed(aDay),
  kind: needed(aCode(KINDS)),
  by: needed(aCode(PROFESSIONALS)),
  next_by: optional(aDay, null),
  no_measure_needed: optional(aBoolean, null),
})

/** The facts of one employee as they are written in a file (LAW-ENGINE). */
export const shapeOfFacts = anObject({
  today: needed(aDay),
  birth_date: needed(aDay),
  contract: needed(contract),
  posts: needed(aList(post)),
  situations: optional(aList(situation), []),
  stoppages: optional(aList(stoppage), []),
  visits: optional(aList(visit), []),
})
