import { formatDay } from '#shared/dates'
import type { Foreseen } from '#workforce/actions/foresee'

/** What a stoppage entails, in a sentence: the return visit with its window, or what the employer does instead. */
export function stoppageSentence({ after }: Foreseen): string {
  const visit = after.dues.find(({ kind }) => kind === 'return')
  if (!visit || visit.untilOn === null) return "Aucune visite de reprise n'est due."
  return `${visit.label} due, au plus tard le ${formatDay(visit.untilOn)} (article ${visit.articles[0] ?? 'R4624-31'}).`
}
