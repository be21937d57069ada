import type { Answer, Duty, DueVisit, Findings, Warning } from '#follow_up/rules/answer'
import { authorisations } from '#follow_up/rules/authorisations'
import { openCase, type Case } from '#follow_up/rules/case'
import { standingOf, type Standing } from '#follow_up/rules/category'
import { KINDS } from '#follow_up/rules/codes'
import type { Facts } from '#follow_up/rules/facts'
import { fitnessExams } from '#follow_up/rules/fitness_exams'
import { informationVisits } from '#follow_up/rules/information_visits'
import type { Row } from '#follow_up/rules/law/row'
import { merged } from '#follow_up/rules/merged'
import { midCareer } from '#follow_up/rules/mid_career'
import { postExposure } from '#follow_up/rules/post_exposure'
import { referrals } from '#follow_up/rules/referrals'
import { returns } from '#follow_up/rules/returns'
import { hasNoIndividualVisit } from '#follow_up/rules/seasonal'
import { stoppageDuties } from '#follow_up/rules/stoppage_duties'
import { thresholdsToReview } from '#follow_up/rules/thresholds_to_review'

/** What is due to an employee, when, by whom, why and under which article: DOMAIN 2 to 5, the same answer for the same facts. */
export function decide(facts: Facts): Answer {
  const used = new Set<Row>()
  const c = openCase(facts, used)
  const standing = standingOf(c)
  const found = findingsOf(c, standing)
  return {
    category: standing.category,
    due: found.flatMap(({ due = [] }) => due).toSorted(soonestFirst),
    duties: merged<Duty>(found.flatMap(({ duties = [] }) => duties)),
    warnings: merged<Warning>(found.flatMap(({ warnings = [] }) => warnings)),
    used,
  }
}

function findingsOf(c: Case, standing: Standing): Findings[] {
  const { end } = c.contract
  if (end !== null && end < c.today) return [postExposure(c)]
  if (hasNoIndividualVisit(c)) return [thresholdsToReview(c), { duties: stoppageDuties(c).duties }, referrals(c)]
  return [
    thresholdsToReview(c),
    informationVisits(c, standing),
    fitnessExams(c, standing),
    authorisations(c),
    returns(c),
    stoppageDuties(c),
    midCareer(c),
    postExposure(c),
    referrals(c),
  ]
}

function soonestFirst(one: DueVisit, other: DueVisit): number {
  if (one.until !== other.until) return (one.until ?? '9999-99-99') < (other.until ?? '9999-99-99') ? -1 : 1
  return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)
}
