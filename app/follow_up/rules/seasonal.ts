import { daysBetween } from '#shared/days'
import { isUnder, type Case } from '#follow_up/rules/case'
import { BEFORE_POST } from '#follow_up/rules/law/first_visits'
import { rowOn } from '#follow_up/rules/law/row'
import { SEASONAL } from '#follow_up/rules/law/seasonal'
import { everListed } from '#follow_up/rules/posts_at_risk'

/** Whether a seasonal worker has no individual visit (D4625-22): a short season or no listed risk, neither minor nor at night. */
export function hasNoIndividualVisit(c: Case): boolean {
  const { nature, start, end } = c.contract
  if (nature !== 'seasonal') return false
  const row = rowOn(SEASONAL, start)
  // A season without an end known is not known to be short.
  const isShort = end !== null && daysBetween(start, end) + 1 < row.days
  const isListed = c.posts.some((post) => everListed(c, post).length > 0)
  const minorAge = BEFORE_POST.flatMap(({ when }) => ('underAge' in when ? [when.underAge] : []))
  const isMinor = minorAge.some((age) => isUnder(age, c.birthDate, c.first.from))
  if (isMinor || c.posts.some(({ night }) => night) || (!isShort && isListed)) return false
  c.use(row)
  return true
}
