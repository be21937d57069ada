import { addDays, addMonths, yearOf, type Day } from '#shared/dates'
import { withEndOfExposure, withMidCareer } from '#database/demo/careers'
import type { Part } from '#database/demo/cast'
import type { Draw } from '#database/demo/draw'
import { historyOf, type Due, type History } from '#database/demo/history'
import { isApprentice, type Category, type Job } from '#database/demo/job'
import type { Name } from '#database/demo/names'

export type Person = {
  firstName: string
  familyName: string
  jobTitle: string
  site: string
  category: Category
  birthDate: Day
  leftOn: Day | null
  history: History
  part?: Part
}

/** Somebody whose part was written. */
export function played(part: Part, today: Day, draw: Draw): Person {
  const { firstName, familyName, jobTitle, site, category, due } = part
  const history = historyOf(category, { what: due.what, on: addDays(today, due.inDays) }, today, draw)
  const life = withMidCareer({ history, birthDate: born(history.hiredOn, today, draw) }, today, draw)
  return { firstName, familyName, jobTitle, site, category, leftOn: null, part, ...life }
}

/** Somebody with this job, whose next visit is due as said. */
export function worker({ firstName, familyName, sex }: Name, job: Job, due: Due, today: Day, draw: Draw): Person {
  const { category, site } = job
  const history = historyOf(category, due, today, draw)
  const birthDate = isApprentice(job) ? apprenticeBorn(today, draw) : born(history.hiredOn, today, draw)
  return { firstName, familyName, jobTitle: job[sex], site, category, leftOn: null, ...withMidCareer({ history, birthDate }, today, draw) }
}

/** The same person, gone some months ago. */
export function leaver(draw: Draw, person: Person, today: Day): Person {
  const leftOn = addDays(today, -draw.between(15, 300))
  const visits = person.history.visits.filter(({ day }) => day < leftOn)
  const hiredOn = person.history.hiredOn < leftOn ? person.history.hiredOn : addMonths(leftOn, -8)
  const history = { hiredOn, visits: visits.filter(({ day }) => day > addMonths(hiredOn, -3)) }
  return { ...person, leftOn, history: person.category === 'SIR' ? withEndOfExposure(history, leftOn, draw) : history }
}

function born(hiredOn: Day, today: Day, draw: Draw): Day {
  const year = Math.max(yearOf(hiredOn) - draw.between(19, 47), yearOf(today) - 63)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(draw.between(1, 12))}-${two(draw.between(1, 28))}`
}

function apprenticeBorn(today: Day, draw: Draw): Day {
  return addDays(addMonths(today, -12 * draw.between(18, 23)), -draw.between(1, 300))
}
