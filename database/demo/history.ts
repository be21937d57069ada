import { addDays, addMonths, type Day } from '#shared/dates'
import { workingDayBy, workingDayFrom } from '#database/demo/days'
import type { Draw } from '#database/demo/draw'
import type { Category } from '#database/demo/job'
import type { VisitKind } from '#visits/rules/visit_kinds'

/** What is due next to an employee, and when: the visits of the past are those that lead to it. A newcomer had but the first. */
export type Due = { what: 'first' | 'renewal' | 'intermediate'; on: Day; isNewcomer?: boolean }
export type PastVisit = { kind: VisitKind; day: Day; state: 'held' | 'excused' | 'unexcused' | 'cancelled' }
export type History = { hiredOn: Day; visits: PastVisit[] }

export const RENEWAL_MONTHS = { SI: 60, SIA: 36, SIR: 48 }
export const INTERMEDIATE_MONTHS = 24
const OPENED_ON = '2014-01-01'

/** A past that makes `due` come out of the law engine, give or take a week-end. */
export function historyOf(category: Category, due: Due, today: Day, draw: Draw): History {
  if (due.what === 'first') return { hiredOn: hiringBefore(category, due.on), visits: [] }
  const days = mainVisits(category, due, draw)
  const first = days[0]!
  // Before the post is taken for a reinforced follow-up and for night work, within two months for all.
  const hiredOn = category === 'SI' ? workingDayBy(addDays(first, -draw.between(15, 52))) : workingDayFrom(addDays(first, draw.between(3, 12)))
  const held = days.flatMap((day, rank) => [
    { kind: kindOf(category, rank === 0), day },
    ...between(category, day, days[rank + 1] ?? (due.what === 'renewal' ? addMonths(day, RENEWAL_MONTHS.SIR) : null), draw),
  ])
  const visits = held.filter(({ day }) => day < today).flatMap((visit) => withMissedOne(visit, today, hiredOn, draw))
  return { hiredOn, visits }
}

function hiringBefore(category: Category, due: Day): Day {
  return category === 'SIR' ? addDays(due, 1) : addMonths(due, -3)
}

function kindOf(category: Category, isFirst: boolean): VisitKind {
  if (category === 'SIR') return isFirst ? 'fitness_hiring' : 'fitness_periodic'
  return isFirst ? 'initial_information' : 'periodic_information'
}

// From the last one back to the first.
function mainVisits(category: Category, { what, on, isNewcomer }: Due, draw: Draw): Day[] {
  const months = RENEWAL_MONTHS[category]
  const days = [workingDayBy(addMonths(on, -(what === 'intermediate' ? INTERMEDIATE_MONTHS : months)))]
  for (let more = isNewcomer ? 0 : draw.between(0, 2); more > 0; more -= 1) {
    const earlier = workingDayFrom(addDays(addMonths(days[0]!, -months), draw.between(15, 90)))
    if (earlier < OPENED_ON) break
    days.unshift(earlier)
  }
  return days
}

// Between two exams of a reinforced follow-up comes an intermediate visit.
function between(category: Category, exam: Day, next: Day | null, draw: Draw) {
  if (category !== 'SIR' || next === null) return []
  return [{ kind: 'intermediate' as const, day: workingDayBy(addDays(addMonths(exam, INTERMEDIATE_MONTHS), -draw.between(10, 60))) }]
}

function withMissedOne(visit: Omit<PastVisit, 'state'>, today: Day, hiredOn: Day, draw: Draw): PastVisit[] {
  const held = { ...visit, state: 'held' as const }
  const day = workingDayBy(addDays(visit.day, -draw.between(14, 40)))
  const isRecent = day > addMonths(today, -24) && day > hiredOn
  if (!draw.happens(0.2) || !isRecent) return [held]
  return [{ ...visit, day, state: draw.pick(['excused', 'excused', 'unexcused', 'cancelled', 'cancelled']) }, held]
}
