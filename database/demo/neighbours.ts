import { addDays, addMonths, type Day } from '#shared/dates'
import type { CompanyFacts } from '#database/demo/companies'
import type { Draw } from '#database/demo/draw'
import { type Due, RENEWAL_MONTHS, INTERMEDIATE_MONTHS } from '#database/demo/history'
import { isApprentice, type Job } from '#database/demo/job'
import { JOBS } from '#database/demo/jobs'
import { drawNames } from '#database/demo/names'
import { leaver, worker, type Person } from '#database/demo/person'
import { storyFor } from '#database/demo/neighbour_stories'

const NEWCOMERS = 0.05
const LATE = 0.03
const LATEST_DAYS = 45

/** Everybody of a firm around: due all over the years to come, a few newly there, a few late. */
export function neighboursOf(company: CompanyFacts, today: Day, draw: Draw): Person[] {
  const nameOf = drawNames(draw, [])
  const jobs = JOBS[company.trade].flatMap((job) => Array.from({ length: job.share }, () => ({ ...job, site: placeOf(job, company) })))
  const someone = (dueOf: typeof whenDue) => {
    const job = draw.pick(jobs)
    const due = dueOf(job, today, draw)
    const person = worker(nameOf(draw.happens(0.45) ? 'female' : 'male'), job, due, today, draw)
    return { person, due }
  }
  const present = Array.from({ length: company.present }, () => someone(whenDue)).map(({ person, due }) => {
    return withPart(person, due, storyFor(person, due, { company, today, draw }))
  })
  const former = Array.from({ length: company.left }, () => leaver(draw, someone(evenly).person, today))
  return [...present, ...former]
}

const placeOf = ({ site }: Job, { sites }: CompanyFacts) => (sites.includes(site) ? site : sites[0]!)

function whenDue(job: Job, today: Day, draw: Draw): Due {
  // Night work has its visit before the post (R4624-18): nobody is there without one.
  if (job.category !== 'SIA' && !isApprentice(job) && draw.happens(NEWCOMERS)) return firstVisit(job, today, draw)
  const due = evenly(job, today, draw)
  return draw.happens(LATE) ? { ...due, on: addDays(today, -draw.between(2, LATEST_DAYS)) } : due
}

// An exam comes before the post is taken (R4624-24): those hired for one start in some weeks.
function firstVisit({ category }: Job, today: Day, draw: Draw): Due {
  return { what: 'first', on: addDays(today, category === 'SIR' ? draw.between(9, 40) : draw.between(draw.happens(0.12) ? -25 : 3, 88)) }
}

function evenly(job: Job, today: Day, draw: Draw): Due {
  const isIntermediate = job.category === 'SIR' && draw.happens(0.5)
  const months = isIntermediate ? INTERMEDIATE_MONTHS : job.category === 'SIR' ? INTERMEDIATE_MONTHS - 2 : RENEWAL_MONTHS[job.category]
  const what = isIntermediate ? 'intermediate' : 'renewal'
  const on = (after: number) => addDays(addMonths(today, after), draw.between(2, 27))
  if (isApprentice(job)) return { what, on: on(months - draw.between(3, 22)), isNewcomer: true }
  return { what, on: on(draw.between(0, months - 2)) }
}

function withPart(person: Person, due: Due, story: ReturnType<typeof storyFor>): Person {
  if (!story) return person
  const { firstName, familyName, jobTitle, site, category } = person
  // Only what is due matters here: the past is written already.
  return { ...person, part: { firstName, familyName, jobTitle, site, category, due: { what: due.what, inDays: 0 }, story } }
}
