import { formatDay } from '#shared/dates'
import type { Foreseen } from '#workforce/actions/foresee'

/** What a stoppage entails, in sentences: the return visit with its window, and what the employer does. */
export function stoppageSentence({ after: { dues, duties } }: Foreseen): string {
  const visit = dues.find(({ kind }) => kind === 'return')
  const due =
    visit && visit.untilOn
      ? `${visit.label} due, du ${formatDay(visit.fromOn ?? visit.untilOn)} au ${formatDay(visit.untilOn)} (article ${visit.articles[0]}).`
      : "Aucune visite de reprise n'est due."
  return [due, ...duties.map(({ text, articles }) => (articles[0] ? `${text} (Article ${articles[0]}.)` : text))].join(' ')
}
