import { addMonths, type Day } from '#shared/days'
import { runsOn, type Case } from '#follow_up/rules/case'
import type { HeldVisit, Post } from '#follow_up/rules/facts'
import { VISIT_BEFORE } from '#follow_up/rules/law/first_visits'
import { rowOn } from '#follow_up/rules/law/row'
import type { Trigger } from '#follow_up/rules/law/triggers'
import { endsListed, everListed, judgedOn, listedOn } from '#follow_up/rules/posts_at_risk'
import { examsOf } from '#follow_up/rules/who_counts'

/** A fitness exam that a post wants before it is taken; `to`: until when one of its risks lasts, through later posts. */
export type ExamNeed = { post: Post; triggers: Trigger[]; to: Day | null }

/** The exams that a post of today or to come wants and that were not held, soonest first (R4624-24). */
export function unmetExamNeeds(c: Case): ExamNeed[] {
  const needs = c.posts.flatMap((post, index) => needOf(c, post, index))
  const met = metBy(c, needs)
  return needs.filter((need) => !met.has(need) && stillCounts(c, need))
}

// A post that makes the follow-up reinforced, or that adds a listed risk to it.
function needOf(c: Case, post: Post, index: number): ExamNeed[] {
  const before = c.posts[index - 1]
  const known = before && endsListed(c, before) ? before.risks : []
  const triggers = everListed(c, post).filter(({ risk }) => !known.includes(risk))
  return triggers.length > 0 ? [{ post, triggers, to: endOf(c, index, triggers) }] : []
}

function endOf({ posts }: Case, index: number, triggers: Trigger[]): Day | null {
  const after = posts.slice(index + 1)
  const stop = after.findIndex(({ risks }) => !triggers.some(({ risk }) => risks.includes(risk)))
  const last = stop === -1 ? posts.at(-1)! : posts[index + stop]!
  return last.to
}

// Each exam meets the needs of the posts that run on its day; one held for a post to come meets the next of them.
function metBy(c: Case, needs: ExamNeed[]): Set<ExamNeed> {
  const met = new Set<ExamNeed>()
  for (const exam of examsOf(c)) {
    const open = needs.filter((need) => !met.has(need))
    const running = open.filter(({ post, to }) => runsOn({ from: post.from, to }, exam.heldOn))
    const ahead = running.length > 0 ? undefined : open.find((need) => heldFor(c, exam, need))
    for (const need of ahead ? [ahead] : running) met.add(need)
  }
  return met
}

function heldFor(c: Case, exam: HeldVisit, { post }: ExamNeed): boolean {
  if (exam.heldOn >= post.from) return false
  if (post === c.first) return true
  return exam.kind === 'fitness_hiring' && exam.heldOn >= addMonths(post.from, -rowOn(VISIT_BEFORE, post.from).months)
}

function stillCounts(c: Case, { post, triggers, to }: ExamNeed): boolean {
  if (c.upcoming.includes(post)) return true
  const { current } = c
  if (current === null || !runsOn({ from: post.from, to }, c.day)) return false
  const listed = listedOn(c, current, judgedOn(c, current))
  return triggers.some(({ risk }) => listed.some((trigger) => trigger.risk === risk))
}
