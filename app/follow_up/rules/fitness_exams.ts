import { addMonths } from '#shared/days'
import type { DueVisit, Findings } from '#follow_up/rules/answer'
import { eveOf, type Case } from '#follow_up/rules/case'
import type { Standing } from '#follow_up/rules/category'
import { nextDate } from '#follow_up/rules/doctors_date'
import { unmetExamNeeds, type ExamNeed } from '#follow_up/rules/exam_needs'
import type { HeldVisit } from '#follow_up/rules/facts'
import { lastVisitWords } from '#follow_up/rules/last_visit_words'
import { INTERMEDIATE_CEILING, REINFORCED_CEILING, YEARLY_EXAMS } from '#follow_up/rules/law/ceilings'
import { FITNESS_BEFORE_POST, VISIT_BEFORE } from '#follow_up/rules/law/first_visits'
import { inForce, rowOn } from '#follow_up/rules/law/row'
import { endsListed } from '#follow_up/rules/posts_at_risk'
import { examsOf } from '#follow_up/rules/who_counts'
import { inWords, limitOf, ruleOf, said } from '#follow_up/rules/words'

/** The exams of the reinforced follow-up: before the post (R4624-24), then the intermediate visit and the next exam (R4624-28). */
export function fitnessExams(c: Case, standing: Standing): Findings {
  const needs = unmetExamNeeds(c)
  const started = needs.filter(({ post }) => post.from <= c.today)
  const { due = [], warnings = [] } = standing.category === 'SIR' ? afterExam(c, standing) : {}
  return {
    due: [...oncePerDay(needs).map((need) => hiringExam(c, need)), ...due],
    warnings: [
      ...warnings,
      ...started.map(({ post }) => ({
        code: 'post_started_without_visit' as const,
        because: [said(`Le poste a été pris le ${inWords(post.from)} sans l'examen d'aptitude qui doit le précéder`)],
      })),
    ],
  }
}

// Of the exams already owed, the earliest says it all; each post to come has its own.
function oncePerDay(needs: ExamNeed[]): ExamNeed[] {
  return needs.filter(({ post }, index) => needs.findIndex((other) => other.post.from === post.from) === index)
}

function hiringExam(c: Case, { post, triggers }: ExamNeed): DueVisit {
  const row = c.use(rowOn(FITNESS_BEFORE_POST, post.from))
  const until = eveOf(post.from)
  const risks = triggers.map(c.use).map(({ words, from }) =>
    said(`Suivi renforcé : ${words}${from > post.from ? `, depuis le ${inWords(from)}` : ''} (article R4624-23)`)
  )
  const taking = said(`${post === c.first ? 'Prise de poste' : 'Changement de poste'} le ${inWords(post.from)}`)
  return { kind: 'fitness_hiring', by: 'doctor', from: null, until, beforePost: true, rules: [row], because: [taking, ...risks, ruleOf(row), limitOf(until)] }
}

function afterExam(c: Case, standing: Standing): Findings {
  const last = lastExam(c)
  if (last === undefined) return {}
  const yearly = inForce(YEARLY_EXAMS, c.day).filter(({ risk }) => standing.triggers.some((trigger) => trigger.risk === risk))
  const rows = (yearly.length > 0 ? yearly : [rowOn(REINFORCED_CEILING, last.heldOn)]).map(c.use)
  const { until, because, warnings } = nextDate(c, last, addMonths(last.heldOn, Math.min(...rows.map(({ months }) => months))))
  const exam: DueVisit = {
    kind: 'fitness_periodic',
    by: 'doctor',
    from: null,
    until,
    beforePost: false,
    rules: rows,
    because: [...lastVisitWords(c, 'Dernier examen', last), ...rows.map(ruleOf), ...because],
  }
  return { due: yearly.length > 0 ? [exam] : [...intermediate(c, last), exam], warnings }
}

function intermediate(c: Case, last: HeldVisit): DueVisit[] {
  if (c.visits.some(({ kind, heldOn }) => kind === 'intermediate' && heldOn > last.heldOn)) return []
  const row = c.use(rowOn(INTERMEDIATE_CEILING, last.heldOn))
  const until = addMonths(last.heldOn, row.months)
  const because = [...lastVisitWords(c, 'Dernier examen', last), ruleOf(row), limitOf(until)]
  return [{ kind: 'intermediate', by: 'any', from: null, until, beforePost: false, rules: [row], because }]
}

// The exams of the time under reinforced follow-up that runs today; an earlier time has its own.
function lastExam(c: Case): HeldVisit | undefined {
  let index = c.posts.indexOf(c.current!)
  while (index > 0 && endsListed(c, c.posts[index - 1]!)) index -= 1
  const { from } = c.posts[index]!
  const since = index === 0 ? '' : addMonths(from, -rowOn(VISIT_BEFORE, from).months)
  return examsOf(c).findLast(({ heldOn }) => heldOn >= since)
}
