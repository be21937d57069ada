import { addDays, addMonths, addYears, type Day } from '#shared/days'
import type { Facts, HeldVisit, Period, Post } from '#follow_up/rules/facts'
import { VISIT_BEFORE } from '#follow_up/rules/law/first_visits'
import { rowOn, type Row } from '#follow_up/rules/law/row'

/** The facts laid out in time: the order in which they came no longer matters. */
export type Case = Facts & {
  /** The day of the follow-up: today, or that of the first post while it is to come. */
  day: Day
  first: Post
  current: Post | null
  upcoming: readonly Post[]
  /** The visits that may count as the first one, or later: an older one waives nothing. */
  counted: readonly HeldVisit[]
  /** Notes a row of the law that decides, and gives it back. */
  use: <R extends Row>(row: R) => R
}

export function openCase(facts: Facts, used: Set<Row>): Case {
  const posts = facts.posts.toSorted(byDay(({ from }) => from))
  const visits = facts.visits.toSorted(byDay(({ heldOn }) => heldOn))
  const first = posts[0]
  if (!first) throw new RangeError('No post')
  const { start, end } = facts.contract
  const day = facts.today < first.from ? first.from : facts.today
  const use = <R extends Row>(row: R): R => (used.add(row), row)
  const window = rowOn(VISIT_BEFORE, start)
  const since = addMonths(start, -window.months)
  if (visits.some(({ heldOn }) => heldOn >= since && heldOn < start)) use(window)
  return {
    ...facts,
    posts,
    visits,
    stoppages: facts.stoppages.toSorted(byDay(({ firstDay, lastDay }) => firstDay + lastDay)),
    situations: facts.situations.toSorted(byDay(({ code, from }) => from + code)),
    day,
    first,
    current: posts.find((post) => runsOn(post, day)) ?? null,
    upcoming: posts.filter(({ from }) => from > day && (end === null || from <= end)),
    counted: [...(facts.waived ?? []), ...visits.filter(({ heldOn }) => heldOn >= since)].toSorted(byDay(({ heldOn }) => heldOn)),
    use,
  }
}

export function runsOn({ from, to }: Period, day: Day): boolean {
  return from <= day && (to === null || day <= to)
}

/** Whether somebody is younger than `age` on a day. */
export function isUnder(age: number, birthDate: Day, day: Day): boolean {
  return day < addYears(birthDate, age)
}

export function eveOf(day: Day): Day {
  return addDays(day, -1)
}

/** The earliest day, null when there is none. */
export function earliest(days: readonly Day[]): Day | null {
  return days.toSorted()[0] ?? null
}

function byDay<T>(dayOf: (fact: T) => string) {
  return (one: T, other: T) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0)
}
