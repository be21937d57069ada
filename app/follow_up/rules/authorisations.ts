import { addMonths, type Day } from '#shared/days'
import type { DueVisit, Findings, Reason } from '#follow_up/rules/answer'
import { eveOf, runsOn, type Case } from '#follow_up/rules/case'
import type { HeldVisit, Post } from '#follow_up/rules/facts'
import { ATTESTATIONS, type Attestation } from '#follow_up/rules/law/authorisations'
import { VISIT_BEFORE } from '#follow_up/rules/law/first_visits'
import { inForce, rowOn } from '#follow_up/rules/law/row'
import { judgedOn } from '#follow_up/rules/posts_at_risk'
import { byDoctor, isExam } from '#follow_up/rules/who_counts'
import { KIND_WORDS, inWords, limitOf, ruleOf, said } from '#follow_up/rules/words'

type Found = { row: Attestation; until: Day; post: Post; beforePost: boolean; because: Reason[] }

/**
 * The exam for a driving authorisation or an electrical one: before the post, then five years after the exam, which no
 * doctor shortens (R4323-56, R4544-10). Both at once are one exam, on the earlier date.
 */
export function authorisations(c: Case): Findings {
  const found = ATTESTATIONS.flatMap((row) => attestationOf(c, row))
  const [soonest] = found.toSorted((one, other) => (one.until < other.until ? -1 : 1))
  if (!soonest) return {}
  const same = found.filter(({ until }) => until === soonest.until)
  const { until, beforePost } = soonest
  const because = same.flatMap((one) => one.because)
  const due: DueVisit = { kind: 'authorisation', by: 'doctor', from: null, until, beforePost, rules: same.map(({ row }) => row), because }
  const started = found.filter(({ beforePost: before, post }) => before && post.from <= c.today)
  return {
    due: [due],
    warnings: started.map(({ post }) => ({
      code: 'post_started_without_visit',
      because: [said(`Le poste a été pris le ${inWords(post.from)} sans l'attestation qui doit le précéder`)],
    })),
  }
}

function attestationOf(c: Case, row: Attestation): Found[] {
  const under = [...(c.current ? [c.current] : []), ...c.upcoming].find(
    (post) => post.risks.includes(row.risk) && inForce([row], judgedOn(c, post)).length > 0
  )
  if (!under) return []
  c.use(row)
  const post = beginningOf(c, under, row)
  const last = c.visits.findLast((visit) => attests(c, visit, row))
  const until = last && addMonths(last.heldOn, row.months)
  if (!last || !until || until < post.from) {
    const taking = said(`${post === c.first ? 'Prise de poste' : 'Changement de poste'} le ${inWords(post.from)}`)
    return [{ row, until: eveOf(post.from), post, beforePost: true, because: [taking, ruleOf(row), limitOf(eveOf(post.from))] }]
  }
  const fact = said(
    isExam(last)
      ? `Avis d'aptitude du ${inWords(last.heldOn)}, qui tient lieu d'attestation`
      : `Dernier examen : ${KIND_WORDS[last.kind]}, le ${inWords(last.heldOn)}`
  )
  return [{ row, until, post, beforePost: false, because: [fact, ruleOf(row), limitOf(until)] }]
}

// The post that brought the risk, of those that carry it one after the other.
function beginningOf({ posts }: Case, post: Post, { risk }: Attestation): Post {
  let index = posts.indexOf(post)
  while (index > 0 && posts[index - 1]!.risks.includes(risk)) index -= 1
  return posts[index]!
}

// Decree 2025-355, article 2: a fitness notice given for that risk, before the reform, stands for the attestation.
function attests(c: Case, visit: HeldVisit, row: Attestation): boolean {
  if (!byDoctor(visit) || !forRisk(c, visit, row)) return false
  if (visit.kind === 'authorisation') return true
  return isExam(visit) && visit.heldOn <= row.noticeStandsUntil && c.counted.includes(visit)
}

function forRisk({ posts, first }: Case, { heldOn }: HeldVisit, { risk }: Attestation): boolean {
  const running = posts.find((post) => runsOn(post, heldOn))
  if (running?.risks.includes(risk)) return true
  const next = posts.find(({ from }) => from > heldOn)
  if (!next?.risks.includes(risk)) return false
  // The attestation is the worker's own: one from before the hiring is valid as long as any other.
  return next === first || heldOn >= addMonths(next.from, -rowOn(VISIT_BEFORE, next.from).months)
}
