import { addMonths, type Day } from '#shared/days'
import type { Category, Findings, Reason } from '#follow_up/rules/answer'
import { eveOf, isUnder, runsOn, type Case } from '#follow_up/rules/case'
import type { Post } from '#follow_up/rules/facts'
import {
  APPRENTICE_DELAY,
  BEFORE_POST,
  GENERAL_DELAY,
  VISIT_BEFORE,
  type BeforePost,
} from '#follow_up/rules/law/first_visits'
import { inForce, rowOn, type Row } from '#follow_up/rules/law/row'
import { judgedOn, listedOn } from '#follow_up/rules/posts_at_risk'
import { informs } from '#follow_up/rules/who_counts'
import { inWords, limitOf, ruleOf, said } from '#follow_up/rules/words'

/** An information visit that a post wants: before it is taken, or within some months. */
type Need = { post: Post; until: Day; beforePost: boolean; rules: Row[] }

/**
 * The first information visit that is still owed: that of the first post, or that of a later post under a "before" rule
 * never met (R4624-10, R4624-18, R4426-7, R4453-25, R6222-36). The shortest wins.
 */
export function dueInformationNeed(c: Case, category: Category): Findings {
  // The exam stands in for the information visit (R4624-24).
  const needs = [...(category === 'SIR' ? [] : firstNeed(c)), ...laterNeeds(c)]
  const [need] = needs.toSorted((one, other) => (one.until < other.until ? -1 : 1))
  if (!need) return {}
  const { until, beforePost, rules } = need
  rules.forEach(c.use)
  const because = [taking(c, need.post), ...rules.map(ruleOf), limitOf(until)]
  const started = needs.filter(({ post, beforePost: before }) => before && post.from <= c.today)
  return {
    due: [{ kind: 'initial_information', by: 'any', from: null, until, beforePost, rules, because }],
    warnings: started.length > 0 ? [{ code: 'post_started_without_visit', because: started.map(({ post }) => startedWithout(post)) }] : [],
  }
}

function firstNeed(c: Case): Need[] {
  if (c.counted.some(informs)) return []
  const { first: post } = c
  const before = beforeRules(c, post)
  if (before.length > 0) return [{ post, until: eveOf(post.from), beforePost: true, rules: before }]
  const row = rowOn(c.contract.nature === 'apprenticeship' ? APPRENTICE_DELAY : GENERAL_DELAY, post.from)
  return [{ post, until: addMonths(post.from, row.months), beforePost: false, rules: [row] }]
}

function laterNeeds(c: Case): Need[] {
  return c.posts.slice(1).flatMap((post, index) => {
    const met = c.posts.slice(0, index + 1).flatMap((earlier) => beforeRules(c, earlier))
    const rules = beforeRules(c, post).filter((row) => !met.includes(row) && stillCounts(c, post, row))
    return rules.length > 0 && !visitedFor(c, post) ? [{ post, until: eveOf(post.from), beforePost: true, rules }] : []
  })
}

// A post that is over, and an exam that stands in for the visit, ask no more.
function stillCounts(c: Case, { from }: Post, row: BeforePost): boolean {
  const under = [...(c.current ? [c.current] : []), ...c.upcoming]
  return under.some((post) => post.from >= from && comesUnder(c, post, row) && listedOn(c, post, judgedOn(c, post)).length === 0)
}

function visitedFor(c: Case, post: Post): boolean {
  const since = addMonths(post.from, -rowOn(VISIT_BEFORE, post.from).months)
  return c.counted.some((visit) => informs(visit) && visit.heldOn >= since)
}

function beforeRules(c: Case, post: Post): BeforePost[] {
  return inForce(BEFORE_POST, post.from).filter((row) => comesUnder(c, post, row))
}

function comesUnder({ birthDate }: Case, post: Post, { when }: BeforePost): boolean {
  if ('night' in when) return post.night
  return 'risk' in when ? post.risks.includes(when.risk) : isUnder(when.underAge, birthDate, post.from)
}

function taking(c: Case, post: Post): Reason {
  const later = post === c.first ? 'Prise de poste' : 'Changement de poste'
  return said(`${later} le ${inWords(post.from)}${runsOn(post, c.today) || post.from > c.today ? '' : ', poste terminé depuis'}`)
}

function startedWithout(post: Post): Reason {
  return said(`Le poste a été pris le ${inWords(post.from)} sans la visite qui doit le précéder`)
}
