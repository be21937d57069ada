import type { Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'

export type PostStart = { hiredOn: Day; leftOn: Day | null; currentFrom: Day | null }

export type PostRefusal =
  | { type: 'before_hiring'; hiredOn: Day }
  | { type: 'after_departure'; leftOn: Day }
  | { type: 'before_current_post'; currentFrom: Day }

/** Decides from when another post may hold; from the very day of the current one, it corrects it. */
export function decidePostStart(fromOn: Day, { hiredOn, leftOn, currentFrom }: PostStart): Result<{ corrects: boolean }, PostRefusal> {
  if (fromOn < hiredOn) return refuse({ type: 'before_hiring', hiredOn })
  if (leftOn !== null && fromOn > leftOn) return refuse({ type: 'after_departure', leftOn })
  if (currentFrom !== null && fromOn < currentFrom) return refuse({ type: 'before_current_post', currentFrom })
  return ok({ corrects: fromOn === currentFrom })
}
