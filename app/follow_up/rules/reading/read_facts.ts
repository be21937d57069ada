import type { Facts } from '#follow_up/rules/facts'
import { problemsOfOrder } from '#follow_up/rules/reading/order'
import type { Problem } from '#follow_up/rules/reading/problems'
import { shapeOfFacts } from '#follow_up/rules/reading/shapes'

/** Reads the facts of one employee strictly; whatever is wrong is added to `problems`, under `path`. */
export function readFacts(value: unknown, path: string, problems: Problem[]): Facts | undefined {
  const shape = shapeOfFacts(value, path, problems)
  if (shape === undefined) return undefined
  const facts: Facts = {
    today: shape.today,
    birthDate: shape.birth_date,
    contract: { start: shape.contract.start, nature: shape.contract.nature, end: shape.contract.end, endReason: shape.contract.end_reason },
    posts: shape.posts,
    situations: shape.situations,
    stoppages: shape.stoppages.map((stoppage) => ({
      origin: stoppage.origin,
      firstDay: stoppage.first_day,
      lastDay: stoppage.last_day,
      // A prescription whose day is not told is taken for that of the stoppage, never for one to come.
      prescribedOn: stoppage.prescribed_on ?? earlier(stoppage.first_day, shape.today),
      returnOn: stoppage.return_on,
      returnVisitAsked: stoppage.return_visit_asked,
    })),
    visits: shape.visits.map((visit) => ({
      heldOn: visit.held_on,
      kind: visit.kind,
      by: visit.by,
      nextBy: visit.next_by,
      noMeasureNeeded: visit.no_measure_needed,
    })),
  }
  const prefix = path === '' ? '' : `${path}.`
  problems.push(...problemsOfOrder(facts).map((problem) => ({ ...problem, path: prefix + problem.path })))
  return facts
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
