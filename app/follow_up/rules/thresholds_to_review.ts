import type { Findings } from '#follow_up/rules/answer'
import type { Case } from '#follow_up/rules/case'
import { judgedOn, triggersOn } from '#follow_up/rules/posts_at_risk'
import { inWords, said } from '#follow_up/rules/words'

/** Posts that a threshold decides which is not among the facts (lead before 10 April 2026): a human looks at them. */
export function thresholdsToReview(c: Case): Findings {
  const posts = [...(c.current ? [c.current] : []), ...c.upcoming]
  return {
    warnings: posts.flatMap((post) =>
      triggersOn(c, post, judgedOn(c, post))
        .filter(({ open }) => open)
        .map((row) => ({
          code: 'human_review' as const,
          because: [said(`Poste pris le ${inWords(post.from)} : ${c.use(row).words} met sous suivi renforcé, et ce seuil n'est pas connu ici`)],
        }))
    ),
  }
}
