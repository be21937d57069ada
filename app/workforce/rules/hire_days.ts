import { addYears, type Day } from '#shared/days'
import { ok, refuse, type Result } from '#shared/result'
import type { ContractNature } from '#workforce/rules/contracts'

/** The youngest at work: an apprentice or a pupil on holiday (L4153-1). */
export const YOUNGEST = 14
const OLDEST = 100
const YEARS_AHEAD = 2

export type HireDays = { birthDate: Day; hiredOn: Day; contract: { nature: ContractNature; endOn: Day | null } }

export type HireRefusal =
  | { type: 'born_after_hiring' }
  | { type: 'too_young'; from: Day }
  | { type: 'too_old' }
  | { type: 'too_far'; latest: Day }
  | { type: 'ends_before_start' }
  | { type: 'end_missing' }

/** Decides whether the days of a hiring go together: birth, start, agreed end. */
export function decideHireDays({ birthDate, hiredOn, contract }: HireDays, today: Day): Result<null, HireRefusal> {
  const latest = addYears(today, YEARS_AHEAD)
  if (hiredOn > latest) return refuse({ type: 'too_far', latest })
  if (birthDate >= hiredOn) return refuse({ type: 'born_after_hiring' })
  const from = addYears(birthDate, YOUNGEST)
  if (hiredOn < from) return refuse({ type: 'too_young', from })
  if (hiredOn >= addYears(birthDate, OLDEST)) return refuse({ type: 'too_old' })
  if (contract.endOn !== null && contract.endOn < hiredOn) return refuse({ type: 'ends_before_start' })
  // A seasonal contract of less than 45 days has no individual visit (D4625-22): its length is needed.
  if (contract.nature === 'seasonal' && contract.endOn === null) return refuse({ type: 'end_missing' })
  return ok(null)
}
