import { addDays, yearOf, type Day } from '#shared/dates'
import { workingDayBy } from '#database/demo/days'
import type { Draw } from '#database/demo/draw'
import type { History } from '#database/demo/history'

const MID_CAREER_AGE = 45
const HELD_THIS_YEAR = 0.75

type Life = { history: History; birthDate: Day }

/** The visit of the year of 45 (L4624-2-2): that of last year was held, that of this year mostly. */
export function withMidCareer({ history, birthDate }: Life, today: Day, draw: Draw): Life {
  const year = yearOf(birthDate) + MID_CAREER_AGE
  const [day, happens] = [workingDayBy(`${year}-${draw.pick(['02', '03', '05', '06', '09', '10'])}-${draw.pick(['06', '14', '22', '27'])}`), draw.happens(HELD_THIS_YEAR)]
  const isLastYear = year === yearOf(today) - 1
  if (!isLastYear && year !== yearOf(today)) return { history, birthDate }
  // Hired since: it was another employer's, so they are a little older.
  if (day <= history.hiredOn) return { history, birthDate: `${yearOf(birthDate) - 2}${birthDate.slice(4)}` }
  if (day >= today || (!isLastYear && !happens)) return { history, birthDate }
  return { birthDate, history: withVisit(history, { kind: 'mid_career', day, state: 'held' }) }
}

/** The visit of those who leave a reinforced follow-up (L4624-2-1), some weeks before. */
export function withEndOfExposure(history: History, leftOn: Day, draw: Draw): History {
  const day = workingDayBy(addDays(leftOn, -draw.between(8, 35)))
  return day > history.hiredOn && draw.happens(0.7) ? withVisit(history, { kind: 'post_exposure', day, state: 'held' }) : history
}

// Two visits of a day would be one.
function withVisit(history: History, visit: History['visits'][number]): History {
  if (history.visits.some(({ day }) => day === visit.day)) return history
  return { ...history, visits: [...history.visits, visit].toSorted((one, other) => one.day.localeCompare(other.day)) }
}
