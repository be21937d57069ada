import type { Day } from '#shared/days'
import { isUnder, type Case } from '#follow_up/rules/case'
import type { Post } from '#follow_up/rules/facts'
import { inForce } from '#follow_up/rules/law/row'
import { TRIGGERS, type Trigger } from '#follow_up/rules/law/triggers'

/** The rows of R4624-23 that a post comes under on a day, those with a threshold that we do not hold included. */
export function triggersOn({ birthDate }: Case, post: Post, day: Day): Trigger[] {
  return inForce(TRIGGERS, day).filter(
    ({ risk, underAge }) => post.risks.includes(risk) && (underAge === undefined || isUnder(underAge, birthDate, day))
  )
}

/** What puts a post under reinforced follow-up on a day (R4624-23). */
export function listedOn(c: Case, post: Post, day: Day): Trigger[] {
  return triggersOn(c, post, day).filter(({ open }) => !open)
}

/** The day on which a post is judged: today while it runs, its first day before, its last day after. */
export function judgedOn({ day }: Case, { from, to }: Post): Day {
  if (from > day) return from
  return to !== null && to < day ? to : day
}

/** What put a post under reinforced follow-up when it was taken, or does when it is judged: the list changes meanwhile. */
export function everListed(c: Case, post: Post): Trigger[] {
  return [...new Set([...listedOn(c, post, post.from), ...listedOn(c, post, judgedOn(c, post))])]
}

/** Whether a post ends under reinforced follow-up, as far as is known. */
export function endsListed(c: Case, post: Post): boolean {
  return listedOn(c, post, post.to ?? judgedOn(c, post)).length > 0
}
