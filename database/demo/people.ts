import { addDays, addMonths, type Day } from '#shared/dates'
import { CAST } from '#database/demo/cast'
import type { Company, CompanyFacts } from '#database/demo/companies'
import type { Draw } from '#database/demo/draw'
import type { Due } from '#database/demo/history'
import type { Category, Job } from '#database/demo/job'
import { JOBS } from '#database/demo/jobs'
import { drawNames, type Name } from '#database/demo/names'
import { neighboursOf } from '#database/demo/neighbours'
import { leaver, played, worker, type Person } from '#database/demo/person'
import { waveOf } from '#database/demo/wave'

/** Everybody of a firm: those of the cast, those who left, and as many others as it takes. */
export function peopleOf(company: CompanyFacts, today: Day, draw: Draw): Person[] {
  return isOfTheCast(company) ? castOf(company, today, draw) : neighboursOf(company, today, draw)
}

const isOfTheCast = (company: CompanyFacts): company is Company => company.key in CAST

function castOf(company: Company, today: Day, draw: Draw): Person[] {
  const known = CAST[company.key]
  const nameOf = drawNames(draw, known.map(({ familyName }) => familyName))
  const cast = company.key === 'vaugelin' ? waveOf(company, draw, nameOf) : known
  const jobs = JOBS[company.trade].flatMap((job) => Array.from({ length: job.share }, () => job))
  const someone = () => upToDate(draw, nameOf, draw.pick(jobs), today)
  const others = Array.from({ length: company.present - cast.length }, someone)
  const former = Array.from({ length: company.left }, () => leaver(draw, someone(), today))
  return [...cast.map((part) => played(part, today, draw)), ...others, ...former]
}

function upToDate(draw: Draw, nameOf: (sex: Name['sex']) => Name, job: Job, today: Day): Person {
  const name = nameOf(draw.happens(0.45) ? 'female' : 'male')
  return worker(name, job, farAway(job.category, today, draw), today, draw)
}

// Up to date, and mostly seen in the last two years.
function farAway(category: Category, today: Day, draw: Draw): Due {
  const inMonths = (months: number) => addDays(addMonths(today, months), draw.between(0, 27))
  if (category === 'SIA') return { what: 'renewal', on: inMonths(draw.between(7, 34)) }
  if (category === 'SI') return { what: 'renewal', on: inMonths(draw.between(draw.happens(0.6) ? 37 : 8, 58)) }
  return draw.happens(0.6) ? { what: 'intermediate', on: inMonths(draw.between(7, 22)) } : { what: 'renewal', on: inMonths(draw.between(8, 20)) }
}
