import type { Day } from '#shared/days'
import type { Answer, Reason } from '#follow_up/rules/answer'
import type { Row } from '#follow_up/rules/law/row'

/** The answer as it is printed (LAW-ENGINE): `late` is before today. */
export function written({ category, due, duties, warnings }: Answer, today: Day) {
  return {
    category,
    due: due.map((visit) => ({
      kind: visit.kind,
      by: visit.by,
      from: visit.from,
      until: visit.until,
      before_post: visit.beforePost,
      late: visit.until !== null && visit.until < today,
      articles: articlesOf(visit.rules),
      because: textsOf(visit.because),
    })),
    duties: duties.map(({ code, rules, because }) => ({ code, articles: articlesOf(rules), because: textsOf(because) })),
    warnings: warnings.map(({ code, because }) => ({ code, because: textsOf(because) })),
  }
}

export type Written = ReturnType<typeof written>

/** Each article once, the most decisive first. */
export function articlesOf(rules: readonly Row[]): string[] {
  return [...new Set(rules.flatMap(({ articles }) => articles))]
}

function textsOf(reasons: readonly Reason[]): string[] {
  return [...new Set(reasons.map(({ text }) => text))]
}
