import { addMonths, type Day } from '#shared/days'
import type { Reason, Warning } from '#follow_up/rules/answer'
import { earliest, type Case } from '#follow_up/rules/case'
import type { HeldVisit } from '#follow_up/rules/facts'
import { byDoctor } from '#follow_up/rules/who_counts'
import { inWords, limitOf, said, saidInSecret } from '#follow_up/rules/words'

/** When the next periodic visit is due: the ceiling of the law, or the doctor's date before it. */
export type NextDate = { until: Day; because: Reason[]; warnings: Warning[] }

/** Holds the doctor's earlier date (DOMAIN 2) against the ceiling that runs from `last`: it shortens, never lengthens. */
export function nextDate(c: Case, last: HeldVisit, ceiling: Day): NextDate {
  const set = doctorsDate(c, last)
  if (set === null || set.day === ceiling) return { until: ceiling, because: [limitOf(ceiling)], warnings: [] }
  const sentence = `Le médecin a fixé la prochaine visite au ${inWords(set.day)}`
  // The visit at which it was set may be one that the employer must not know of.
  const setOn = saidInSecret(`Date fixée lors de la visite du ${inWords(set.on)}`)
  if (set.day < ceiling) return { until: set.day, because: [said(sentence), setOn, limitOf(set.day)], warnings: [] }
  const kept = said(`${sentence} : cette date dépasse la limite du ${inWords(ceiling)}, qui est gardée`)
  return { until: ceiling, because: [limitOf(ceiling)], warnings: [{ code: 'doctor_date_after_ceiling', because: [kept, setOn] }] }
}

// No article says how early a visit meets the doctor's date: as early as a former visit stands for the first one.
const MEETS_MONTHS_BEFORE = 3

function doctorsDate(c: Case, last: HeldVisit): { day: Day; on: Day } | null {
  const on = c.visits.findLast(byDoctor)?.heldOn
  if (on === undefined) return null
  const day = earliest(c.visits.filter((visit) => visit.heldOn === on && byDoctor(visit)).flatMap(({ nextBy }) => nextBy ?? []))
  // A periodic visit held since, near that date or later, is the one that the doctor asked for.
  if (day === null || (on < last.heldOn && addMonths(day, -MEETS_MONTHS_BEFORE) <= last.heldOn)) return null
  return { day, on }
}
