import { addDays, addMonths, yearOf, type Day } from '#shared/dates'
import { CAST, type Part } from '#database/demo/cast'
import type { Company } from '#database/demo/companies'
import type { Draw } from '#database/demo/draw'
import { historyOf, type Due, type History } from '#database/demo/history'
import { JOBS, type Category, type Job } from '#database/demo/jobs'
import { drawNames, type Name } from '#database/demo/names'
import { waveOf } from '#database/demo/wave'

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

/** Everybody of a firm: those of the cast, those who left, and as many others as it takes. */
export function peopleOf(company: Company, today: Day, draw: Draw): Person[] {
  const known = CAST[company.key]
  const nameOf = drawNames(draw, known.map(({ familyName }) => familyName))
  const cast = company.key === 'vaugelin' ? waveOf(company, draw, nameOf) : known
  const jobs = JOBS[company.trade].flatMap((job) => Array.from({ length: job.share }, () => job))
  const others = Array.from({ length: company.present - cast.length }, () => someone(draw, nameOf, draw.pick(jobs), today))
  const former = Array.from({ length: company.left }, () => leaver(draw, someone(draw, nameOf, draw.pick(jobs), today), today))
  return [...cast.map((part) => played(part, today, draw)), ...others, ...former]
}

function played(part: Part, today: Day, draw: Draw): Person {
  const { firstName, familyName, jobTitle, site, category, due } = part
  const history = historyOf(category, { what: due.what, on: addDays(today, due.inDays) }, today, draw)
  return { firstName, familyName, jobTitle, site, category, leftOn: null, part, history, birthDate: born(history.hiredOn, today, draw) }
}

function someone(draw: Draw, nameOf: (sex: Name['sex']) => Name, job: Job, today: Day): Person {
  const { sex, firstName, familyName } = nameOf(draw.happens(0.45) ? 'female' : 'male')
  const { category, site } = job
  const history = historyOf(category, farAway(category, today, draw), today, draw)
  return { firstName, familyName, jobTitle: job[sex], site, category, leftOn: null, history, birthDate: born(history.hiredOn, today, draw) }
}

// Up to date, and mostly seen in the last two years.
function farAway(category: Category, today: Day, draw: Draw): Due {
  const inMonths = (months: number) => addDays(addMonths(today, months), draw.between(0, 27))
  if (category === 'SIA') return { what: 'renewal', on: inMonths(draw.between(7, 34)) }
  if (category === 'SI') return { what: 'renewal', on: inMonths(draw.between(draw.happens(0.6) ? 37 : 8, 58)) }
  return draw.happens(0.6) ? { what: 'intermediate', on: inMonths(draw.between(7, 22)) } : { what: 'renewal', on: inMonths(draw.between(8, 20)) }
}

function leaver(draw: Draw, person: Person, today: Day): Person {
  const leftOn = addDays(today, -draw.between(15, 300))
  const visits = person.history.visits.filter(({ day }) => day < leftOn)
  const hiredOn = person.history.hiredOn < leftOn ? person.history.hiredOn : addMonths(leftOn, -8)
  return { ...person, leftOn, history: { hiredOn, visits: visits.filter(({ day }) => day > addMonths(hiredOn, -3)) } }
}

function born(hiredOn: Day, today: Day, draw: Draw): Day {
  const year = Math.max(yearOf(hiredOn) - draw.between(19, 47), yearOf(today) - 63)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(draw.between(1, 12))}-${two(draw.between(1, 28))}`
}
