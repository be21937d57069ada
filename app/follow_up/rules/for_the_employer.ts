import type { Answer, Reason } from '#follow_up/rules/answer'
import { articlesOf } from '#follow_up/rules/written'

/** What the employer may read of an answer: no secret reason, no duty that tells of a situation (DOMAIN 7). */
export function forTheEmployer({ category, due, duties, warnings }: Answer) {
  return {
    category,
    due: due.map(({ rules, because, ...visit }) => ({ ...visit, articles: articlesOf(rules), because: open(because) })),
    duties: duties
      .filter(({ code }) => code !== 'refer_without_delay')
      .map(({ code, rules, because }) => ({ code, articles: articlesOf(rules), because: open(because) })),
    // The ceiling was kept: the doctor's date concerns the health team.
    warnings: warnings
      .filter(({ code }) => code !== 'doctor_date_after_ceiling')
      .map(({ code, because }) => ({ code, because: open(because) })),
  }
}

export type ForTheEmployer = ReturnType<typeof forTheEmployer>

function open(reasons: readonly Reason[]): string[] {
  return [...new Set(reasons.flatMap(({ text, secret }) => (secret ? [] : [text])))]
}
