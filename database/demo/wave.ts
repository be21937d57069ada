import type { Part } from '#database/demo/cast'
import type { Company } from '#database/demo/companies'
import type { Draw } from '#database/demo/draw'
import { JOBS } from '#database/demo/jobs'
import type { Name } from '#database/demo/names'

const TODAY = 5
const DAYS_AHEAD = [1, 1, 2, 2, 3, 3, 5, 6, 6, 7, 8, 8, 9, 10, 12, 13, 14, 15, 16]

/** A firm whose employees are all due at the same time: they are what fills the planning of these days. */
export function waveOf(company: Company, draw: Draw, nameOf: (sex: Name['sex']) => Name): Part[] {
  const jobs = JOBS[company.trade].filter(({ category }) => category !== 'SIR')
  const someone = (inDays: number, story: Part['story']): Part => {
    const { sex, firstName, familyName } = nameOf(draw.happens(0.35) ? 'female' : 'male')
    const { category, site, [sex]: jobTitle } = draw.pick(jobs)
    const due = { what: 'renewal' as const, inDays: inDays + draw.between(4, 40) }
    return { firstName, familyName, jobTitle, site, category, due, story }
  }
  const called = () => ({ calledDaysAgo: draw.between(13, 19), acknowledged: draw.happens(0.7) })
  return [
    ...Array.from({ length: TODAY }, () => someone(0, { type: 'today', ...called() })),
    ...DAYS_AHEAD.map((inDays) => someone(inDays, { type: 'convoked', inDays, ...called() })),
  ]
}
