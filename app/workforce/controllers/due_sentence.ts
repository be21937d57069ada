import { formatDay } from '#shared/dates'
import type { FollowUp } from '#workforce/queries/read_follow_up'

/** What is due first, in a sentence, with its article. */
export function dueSentence({ dues: [due] }: FollowUp): string {
  if (!due) return "Aucune visite n'est due."
  const articles = due.articles.length > 0 ? ` (article ${due.articles[0]})` : ''
  return due.untilOn === null ? `${due.label}\u00a0: à prévoir${articles}.` : `${due.label}, au plus tard le ${formatDay(due.untilOn)}${articles}.`
}
