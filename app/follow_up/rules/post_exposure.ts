import { addDays } from '#shared/days'
import type { Findings } from '#follow_up/rules/answer'
import type { Case } from '#follow_up/rules/case'
import type { Post } from '#follow_up/rules/facts'
import { DEPARTURE_TOLD, POST_EXPOSURE } from '#follow_up/rules/law/careers'
import { inForce } from '#follow_up/rules/law/row'
import { endsListed, everListed } from '#follow_up/rules/posts_at_risk'
import { byDoctor } from '#follow_up/rules/who_counts'
import { inWords, limitOf, ruleOf, said } from '#follow_up/rules/words'

/**
 * The visit of somebody who is, or was, under reinforced follow-up and who leaves or is no longer exposed (L4624-2-1,
 * R4624-28-1), with what the employer tells the service (R4624-28-2). Until the end of the contract, without a date
 * when only the exposure ends.
 */
export function postExposure(c: Case): Findings {
  const { end } = c.contract
  const last = end === null ? endedPost(c) : c.posts.findLast((post) => post.from <= end && everListed(c, post).length > 0)
  const endedOn = end ?? last?.to ?? null
  if (!last || endedOn === null || seenSince(c, last)) return {}

  const [row] = inForce(POST_EXPOSURE, endedOn).map(c.use)
  const [told] = inForce(DEPARTURE_TOLD, endedOn).map(c.use)
  if (!row || !told) return {}
  const facts = [
    said(`Suivi renforcé au poste pris le ${inWords(last.from)}`),
    said(end === null ? `Fin de l'exposition le ${inWords(endedOn)}` : `Fin du contrat le ${inWords(end)}`),
  ]
  const because = [...facts, ruleOf(row), ...(end === null ? [] : [limitOf(end)])]
  return {
    due: [{ kind: 'post_exposure', by: 'doctor', from: null, until: end, beforePost: false, rules: [row], because }],
    duties: [{ code: 'inform_service_of_departure', rules: [told], because: [...facts, ruleOf(told)] }],
  }
}

// The latest post at risk that has begun and whose end is known, when no other follows it; the end of a rule is no end of exposure.
function endedPost(c: Case): Post | undefined {
  const index = c.posts.findLastIndex((post) => post.from <= c.today && endsListed(c, post))
  const post = c.posts[index]
  const next = c.posts[index + 1]
  if (!post || post.to === null) return undefined
  return next && next.from === addDays(post.to, 1) && endsListed(c, next) ? undefined : post
}

function seenSince(c: Case, post: Post): boolean {
  let index = c.posts.indexOf(post)
  while (index > 0 && endsListed(c, c.posts[index - 1]!)) index -= 1
  const { from } = c.posts[index]!
  return c.visits.some((visit) => visit.kind === 'post_exposure' && byDoctor(visit) && visit.heldOn >= from)
}
